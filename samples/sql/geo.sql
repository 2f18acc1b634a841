-- Places on the globe: ./nacre sql -f samples/sql/geo.sql, from the project's folder.
-- A courier's stations, parcels to be delivered, and zones drawn on a map.

CREATE COMPONENT geo FROM 'file:samples/guests/built/geo-rust.component.wasm';

-- The component takes whole columns; a function of single values over it is called once for many rows.
CREATE FUNCTION distance(lat1 DOUBLE PRECISION, lon1 DOUBLE PRECISION, lat2 DOUBLE PRECISION, lon2 DOUBLE PRECISION)
    RETURNS DOUBLE PRECISION LANGUAGE WASM FROM geo EXPORT 'distance' DETERMINISTIC;
CREATE FUNCTION geohash(lat DOUBLE PRECISION, lon DOUBLE PRECISION, digits INTEGER)
    RETURNS VARCHAR LANGUAGE WASM FROM geo EXPORT 'geohash' DETERMINISTIC;
CREATE FUNCTION within_box(lat DOUBLE PRECISION, lon DOUBLE PRECISION,
        south DOUBLE PRECISION, west DOUBLE PRECISION, north DOUBLE PRECISION, east DOUBLE PRECISION)
    RETURNS BOOLEAN LANGUAGE WASM FROM geo EXPORT 'within-box' DETERMINISTIC;

-- This one takes a place and an outline, row by row; its signature is that of the component.
CREATE FUNCTION within LANGUAGE WASM FROM geo EXPORT 'within' DETERMINISTIC;

CREATE TABLE stations (
    name VARCHAR(20) PRIMARY KEY, lat DOUBLE PRECISION NOT NULL, lon DOUBLE PRECISION NOT NULL);

INSERT INTO stations VALUES
    ('Mitte', 52.5200, 13.4050), ('Spandau', 52.5511, 13.1999), ('Potsdam', 52.3906, 13.0645), ('Leipzig', 51.3397, 12.3731);

CREATE TABLE parcels (
    id INTEGER PRIMARY KEY, addressee VARCHAR(20) NOT NULL, lat DOUBLE PRECISION, lon DOUBLE PRECISION);

INSERT INTO parcels VALUES
    (1, 'Adler', 52.5163, 13.3777), (2, 'Berg', 52.5145, 13.3501), (3, 'Clausen', 52.5365, 13.2040),
    (4, 'Dietz', 52.4009, 13.0591), (5, 'Ebert', 51.3455, 12.3821), (6, 'Falk', NULL, NULL), (7, 'Graf', 52.4589, 13.3300);

-- 1. The nearest station of each parcel, and how far it is. A parcel without a place has a distance of NULL to all.
SELECT addressee, name, ROUND(metres) AS metres
FROM (SELECT p.id, p.addressee, s.name, distance(p.lat, p.lon, s.lat, s.lon) AS metres,
          ROW_NUMBER() OVER (PARTITION BY p.id ORDER BY distance(p.lat, p.lon, s.lat, s.lon)) AS place
      FROM parcels p CROSS JOIN stations s WHERE p.lat IS NOT NULL)
WHERE place = 1 ORDER BY id;

-- 2. What lies within 10 km of a station.
SELECT p.addressee FROM parcels p, stations s
WHERE s.name = 'Mitte' AND distance(p.lat, p.lon, s.lat, s.lon) < 10000 ORDER BY p.addressee;

-- 3. Parcels by cells of about 40 km x 20 km, as they would be loaded onto vans.
SELECT geohash(lat, lon, 4) AS cell, COUNT(*) AS parcels, MIN(addressee) AS first_one
FROM parcels WHERE lat IS NOT NULL GROUP BY geohash(lat, lon, 4) ORDER BY cell;

SELECT addressee, geohash(lat, lon, 9) AS place, geohash(lat, lon, 13) AS too_long FROM parcels WHERE id IN (1, 6) ORDER BY id;

-- 4. What a map shows. H2's own condition beside it is evaluated by H2.
SELECT addressee FROM parcels WHERE id < 7 AND within_box(lat, lon, 52.45, 13.30, 52.55, 13.45) ORDER BY addressee;

-- 5. Zones as H2 keeps them; as text they are what the function reads. The second has a hole, where others deliver.
CREATE TABLE zones (name VARCHAR(20) PRIMARY KEY, outline GEOMETRY NOT NULL);

INSERT INTO zones VALUES
    ('west', 'POLYGON ((13.00 52.30, 13.25 52.30, 13.25 52.60, 13.00 52.60, 13.00 52.30))'),
    ('inner', 'POLYGON ((13.25 52.40, 13.55 52.40, 13.55 52.60, 13.25 52.60, 13.25 52.40),
        (13.34 52.51, 13.36 52.51, 13.36 52.52, 13.34 52.52, 13.34 52.51))');

SELECT z.name, p.addressee FROM zones z JOIN parcels p ON within(p.lat, p.lon, CAST(z.outline AS VARCHAR))
ORDER BY z.name, p.addressee;

-- 6. An error of the guest: SQLSTATE 38000. The script ends here, with exit code 1.
SELECT within(52.5, 13.4, 'CIRCLE (13.4 52.5, 3)');
