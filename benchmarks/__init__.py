"""The relay against its peers, in one run."""
