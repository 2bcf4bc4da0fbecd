"""What is new, for people who do not look into the store: sheets and mails."""
