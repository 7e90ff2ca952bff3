"""What is the least money that reaches an outcome?"""
