"""What countries do for AI talent: their money on one footing, and their plans on one model."""
