-- Expand: deadline becomes step_due_at, since it is of the step under way and not of the order. The release before this
-- one runs beside it and knows deadline only, so each is kept equal to the other. Contract, once that release is gone
-- everywhere: drop the trigger, its function and the column deadline, in a migration of the release after this one.
SET LOCAL lock_timeout = '5s';

ALTER TABLE orders ADD COLUMN step_due_at timestamptz;

CREATE FUNCTION orders_keep_due() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        NEW.step_due_at := coalesce(NEW.step_due_at, NEW.deadline);
        NEW.deadline := NEW.step_due_at;
    ELSIF NEW.step_due_at IS DISTINCT FROM OLD.step_due_at THEN
        NEW.deadline := NEW.step_due_at;
    ELSE
        NEW.step_due_at := NEW.deadline;
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER orders_keep_due BEFORE INSERT OR UPDATE OF deadline, step_due_at ON orders
    FOR EACH ROW EXECUTE FUNCTION orders_keep_due();

-- only orders under way have one
UPDATE orders SET deadline = deadline WHERE deadline IS NOT NULL;
CREATE INDEX orders_step_due ON orders (step_due_at) WHERE step_due_at IS NOT NULL;
