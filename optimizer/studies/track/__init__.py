"""Parts of the track record: general costs, predictions, and the verdict in words."""
