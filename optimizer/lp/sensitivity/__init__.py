"""What each limit and each gain is worth, and how the optimum follows when one moves."""
