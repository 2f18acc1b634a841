//! Every form that SQL's types have in WIT, given back as it came.

use exports::nacre::sql_guest::echo::{Cell, Guest, Level, Marks, Sale};
use nacre::sql::types::{Date, Decimal, Interval, Time, Timestamp, TimestampWithOffset, Uuid};

wit_bindgen::generate!({
    world: "nacre:sql-guest/sql",
    path: ["../../../sql-functions/src/main/resources/wit/nacre-sql", "wit"],
    generate_all,
});

struct Sql;

/// Writes one function that returns its argument for each name and type.
macro_rules! echoes {
    ($($name:ident: $type:ty;)*) => {
        $(fn $name(x: $type) -> $type { x })*
    };
}

impl Guest for Sql {
    echoes! {
        echo_decimal: Decimal;
        echo_date: Date;
        echo_time: Time;
        echo_timestamp: Timestamp;
        echo_timestamp_with_offset: TimestampWithOffset;
        echo_interval: Interval;
        echo_uuid: Uuid;
        echo_halves: (u64, u64);
        echo_pairs: Vec<(String, i32)>;
        echo_level: Level;
        echo_marks: Marks;
        echo_sale: Sale;
        echo_cell: Cell;

        echo_option_s8: Option<i8>;
        echo_option_s16: Option<i16>;
        echo_option_u8: Option<u8>;
        echo_option_u16: Option<u16>;
        echo_option_u32: Option<u32>;
        echo_option_u64: Option<u64>;
        echo_option_f32: Option<f32>;
        echo_option_char: Option<char>;
        echo_option_decimal: Option<Decimal>;
        echo_option_date: Option<Date>;
        echo_option_time: Option<Time>;
        echo_option_timestamp: Option<Timestamp>;
        echo_option_timestamp_with_offset: Option<TimestampWithOffset>;
        echo_option_interval: Option<Interval>;
        echo_option_uuid: Option<Uuid>;
        echo_option_halves: Option<(u64, u64)>;
        echo_option_level: Option<Level>;
        echo_option_marks: Option<Marks>;
        echo_option_sale: Option<Sale>;
        echo_option_cell: Option<Cell>;
        echo_option_list: Option<Vec<Option<String>>>;

        echo_list_decimal: Vec<Decimal>;
        echo_list_option_date: Vec<Option<Date>>;
        echo_list_option_time: Vec<Option<Time>>;
        echo_list_option_timestamp: Vec<Option<Timestamp>>;
        echo_list_option_uuid: Vec<Option<Uuid>>;
        echo_list_option_bytes: Vec<Option<Vec<u8>>>;
        echo_list_marks: Vec<Marks>;
        echo_list_cell: Vec<Cell>;
        echo_list_sale: Vec<Option<Sale>>;
        echo_list_list: Vec<Option<Vec<Option<i64>>>>;
    }
}

export!(Sql);
