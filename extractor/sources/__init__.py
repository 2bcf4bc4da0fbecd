"""The press on the web: found, asked for politely, fetched once, and kept as it was sent."""
