"""The steps, by the version of the tables that each makes."""
