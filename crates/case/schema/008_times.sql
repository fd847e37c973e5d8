-- The value of a claim's time as TIMEX3 writes it: 2031-02-03, 2031-W06, and 2031-02-03/2031-02-05 for a span that no value has.
-- NULL where it cannot be told and for claims read before this step, until their document is read again.
ALTER TABLE claim ADD COLUMN time_value TEXT;
