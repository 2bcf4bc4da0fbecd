"""Review: what people said of facts, records and entries, laid over what the machine read; pure."""
