-- The trace of the last step: the provider is called in it. The release before leaves it out.
ALTER TABLE payments ADD COLUMN traceparent text;
