CREATE FUNCTION clear(payload VARBINARY) RETURNS VARBINARY LANGUAGE WASM
    AS 'classpath:/dev/nacre/samples/telemetry/telemetry-rust.component.wasm' EXPORT 'handle-data';
