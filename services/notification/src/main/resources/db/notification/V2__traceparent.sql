-- The trace in which something is to be told; the release before leaves it out.
ALTER TABLE deliveries ADD COLUMN traceparent text;
