"""What is a little more of each limit worth?"""
