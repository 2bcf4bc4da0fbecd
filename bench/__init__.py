"""The bench: what the pipeline costs, measured as ratios against spaCy as it comes and against its own tokenizer."""
