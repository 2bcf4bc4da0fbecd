"""The nightly job: its steps one after the other, what is written down of them, and how healthy the outcome is."""
