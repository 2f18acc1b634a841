ALTER TABLE device ADD COLUMN firmware VARCHAR(10);
UPDATE device SET firmware = '1.0' WHERE firmware IS NULL;
ALTER TABLE device ALTER COLUMN firmware SET DEFAULT '1.0';
ALTER TABLE device ALTER COLUMN firmware SET NOT NULL;
COMMENT ON COLUMN device.firmware IS 'As the device said last';
CREATE INDEX reading_at ON reading(at, device_id);
