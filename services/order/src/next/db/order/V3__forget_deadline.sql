-- Contract of V2: deadline has been step_due_at for a release. This lies beside the sources, not in the jar, until the release
-- before V2 runs nowhere and can no longer come back: that one does not start on this schema's orders.
-- It moves to src/main/resources/db/order with the release after; what runs then knows step_due_at only.
SET LOCAL lock_timeout = '5s';

DROP TRIGGER orders_keep_due ON orders;
DROP FUNCTION orders_keep_due();
ALTER TABLE orders DROP COLUMN deadline;
