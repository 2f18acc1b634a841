//! Payloads: masked, then version, device, sequence number, number of channels, values; the lowest byte first.

use crate::Message;

const MASK: u8 = 0xAA;
const VERSION: u8 = 1;
const HEADER_BYTES: usize = 8;
const VALUE_BYTES: usize = 4;

pub fn decode(mut payload: Vec<u8>) -> Result<Message, String> {
    mask(&mut payload);
    let Some((header, values)) = payload.split_first_chunk::<HEADER_BYTES>() else {
        let found = payload.len();
        return Err(format!("expected at least {HEADER_BYTES} bytes, found {found}"));
    };
    let [version, device_low, device_high, s0, s1, s2, s3, channels] = *header;
    if version != VERSION {
        return Err(format!("expected version {VERSION}, found {version}"));
    }
    let expected = usize::from(channels) * VALUE_BYTES;
    if values.len() != expected {
        let found = values.len();
        return Err(format!(
            "expected {expected} bytes for {channels} channels, found {found}"
        ));
    }
    let channels: Vec<f32> = values.chunks_exact(VALUE_BYTES).map(value).collect();
    if let Some(index) = channels.iter().position(|value| !value.is_finite()) {
        return Err(format!("channel {index}: expected a number, found {}", channels[index]));
    }
    Ok(Message {
        device: u16::from_le_bytes([device_low, device_high]),
        sequence: u32::from_le_bytes([s0, s1, s2, s3]),
        channels,
    })
}

pub fn encode(device: u16, sequence: u32, channels: &[f32]) -> Result<Vec<u8>, String> {
    let count = u8::try_from(channels.len());
    let count = count.map_err(|_| format!("expected at most 255 channels, found {}", channels.len()))?;
    let mut payload = vec![VERSION];
    payload.extend(device.to_le_bytes());
    payload.extend(sequence.to_le_bytes());
    payload.push(count);
    payload.extend(channels.iter().flat_map(|value| value.to_le_bytes()));
    mask(&mut payload);
    Ok(payload)
}

fn value(bytes: &[u8]) -> f32 {
    f32::from_le_bytes(bytes.try_into().expect("a chunk has four bytes"))
}

fn mask(bytes: &mut [u8]) {
    for byte in bytes {
        *byte ^= MASK;
    }
}
