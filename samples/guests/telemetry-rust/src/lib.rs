wit_bindgen::generate!({ world: "processor" });
use local::telemetry::logger;

struct TelemetryProcessor;

impl Guest for TelemetryProcessor {
    fn handle_data(payload: Vec<u8>) -> Result<Vec<u8>, String> {
        logger::log("info", "Initiating telemetry payload processing");
        if payload.is_empty() {
            return Err("Payload cannot be empty".to_string());
        }
        let masked = payload.iter().map(|byte| byte ^ 0xAA).collect();
        logger::log("debug", "Payload obfuscation complete");
        Ok(masked)
    }
}

export!(TelemetryProcessor);
