CREATE TABLE daily (
    device_id BIGINT REFERENCES device ON DELETE CASCADE,
    reading_day DATE,
    readings INTEGER NOT NULL,
    lowest NUMERIC(6, 2) NOT NULL,
    highest NUMERIC(6, 2) NOT NULL,
    PRIMARY KEY (device_id, reading_day)
);

CREATE VIEW site_day AS
SELECT s.code, y.reading_day, COUNT(*) AS devices, SUM(y.readings) AS readings, MIN(y.lowest) AS lowest, MAX(y.highest) AS highest
FROM daily y JOIN device d ON d.id = y.device_id JOIN site s ON s.id = d.site_id
GROUP BY s.code, y.reading_day;
