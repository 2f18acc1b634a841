//! The interface `echo`: what comes in goes out.

use crate::exports::nacre::shapes::echo::{
    Bits, Colour, Guest, Months, Number, Permissions, Point, Reading, Segment, Sensors, Shape, Word,
};
use crate::Shapes;

/// Writes one function that returns its argument for each name and type.
macro_rules! echoes {
    ($($name:ident: $type:ty;)*) => {
        $(fn $name(x: $type) -> $type { x })*
    };
}

impl Guest for Shapes {
    echoes! {
        echo_bool: bool;
        echo_s8: i8;
        echo_s16: i16;
        echo_s32: i32;
        echo_s64: i64;
        echo_u8: u8;
        echo_u16: u16;
        echo_u32: u32;
        echo_u64: u64;
        echo_f32: f32;
        echo_f64: f64;
        echo_char: char;
        echo_string: String;

        echo_list_bool: Vec<bool>;
        echo_list_u8: Vec<u8>;
        echo_list_s32: Vec<i32>;
        echo_list_u64: Vec<u64>;
        echo_list_f64: Vec<f64>;
        echo_list_char: Vec<char>;
        echo_list_string: Vec<String>;
        echo_list_point: Vec<Point>;
        echo_list_reading: Vec<Reading>;
        echo_list_option_s32: Vec<Option<i32>>;
        echo_list_list_s32: Vec<Vec<i32>>;
        echo_list_list_string: Vec<Vec<String>>;
        echo_list_number: Vec<Number>;

        echo_point: Point;
        echo_segment: Segment;
        echo_reading: Reading;

        echo_tuple_single: (bool,);
        echo_tuple_pair: (i32, String);
        echo_tuple_mixed: (u8, u64, f32, i16);

        echo_option_bool: Option<bool>;
        echo_option_s32: Option<i32>;
        echo_option_s64: Option<i64>;
        echo_option_f64: Option<f64>;
        echo_option_string: Option<String>;
        echo_option_list_u8: Option<Vec<u8>>;
        echo_option_point: Option<Point>;
        echo_option_reading: Option<Reading>;
        echo_option_option_s32: Option<Option<i32>>;

        echo_result: Result<i64, String>;
        echo_result_error: Result<(), String>;
        echo_result_value: Result<i64, ()>;
        echo_result_bare: Result<(), ()>;
        echo_list_result: Vec<Result<f64, String>>;

        echo_colour: Colour;
        echo_shape: Shape;
        echo_number: Number;
        echo_word: Word;

        echo_permissions: Permissions;
        echo_months: Months;
        echo_sensors: Sensors;
        echo_bits: Bits;
    }
}
