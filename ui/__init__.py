"""The planner's desk: a Streamlit front end that imports only `optimizer.api`."""
