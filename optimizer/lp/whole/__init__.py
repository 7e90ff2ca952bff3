"""Whole numbers: searched by HiGHS, rounded and settled in exact terms where that decides."""
