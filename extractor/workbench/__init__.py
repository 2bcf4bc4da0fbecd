"""The workbench: what a person uses who writes patterns. It reads what the patterns say and do, and changes nothing."""
