//! Days and dates of the proleptic Gregorian calendar.

/// Names of the days of the week, Monday first.
pub const DAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/// Names of the months.
pub const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// A broken-down time. Months, days and days of the year count from 1, days of the week from Monday as 0.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct Fields {
    pub year: i64,
    pub month: i64,
    pub day: i64,
    pub hour: i64,
    pub minute: i64,
    pub second: i64,
    pub weekday: i64,
    pub yearday: i64,
    pub is_dst: i64,
}

/// Whether February has 29 days.
pub fn is_leap(year: i64) -> bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}

/// Days from 1970-01-01 to a date; months beyond 1..12 carry into years, days may be any number. (Howard Hinnant,
/// "chrono-Compatible Low-Level Date Algorithms".)
pub fn days_from_date(year: i64, month: i64, day: i64) -> i64 {
    let (year, month) = (year + (month - 1).div_euclid(12), (month - 1).rem_euclid(12) + 1);
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let year_of_era = year.rem_euclid(400);
    let day_of_year = (153 * ((month + 9) % 12) + 2) / 5;
    era * 146_097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719_468 + day - 1
}

/// The broken-down time of seconds since 1970-01-01.
pub fn fields_from_seconds(seconds: i64) -> Fields {
    let (days, rest) = (seconds.div_euclid(86_400), seconds.rem_euclid(86_400));
    let shifted = days + 719_468;
    let (era, day_of_era) = (shifted.div_euclid(146_097), shifted.rem_euclid(146_097));
    let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted_month = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * shifted_month + 2) / 5 + 1;
    let month = if shifted_month < 10 { shifted_month + 3 } else { shifted_month - 9 };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    Fields {
        year,
        month,
        day,
        hour: rest / 3600,
        minute: rest / 60 % 60,
        second: rest % 60,
        weekday: (days + 3).rem_euclid(7),
        yearday: days - days_from_date(year, 1, 1) + 1,
        is_dst: 0,
    }
}

/// Seconds since 1970-01-01 of a broken-down time as UTC; parts out of range carry over.
pub fn seconds_from_fields(fields: &Fields) -> i64 {
    days_from_date(fields.year, fields.month, fields.day) * 86_400
        + fields.hour * 3600
        + fields.minute * 60
        + fields.second
}

/// ISO year and week of a date given by its year, day of the year and day of the week.
pub fn iso_week(year: i64, yearday: i64, weekday: i64) -> (i64, i64) {
    let week = (yearday - (weekday + 1) + 10).div_euclid(7);
    let weeks_of = |year: i64| {
        let first = (days_from_date(year, 1, 1) + 3).rem_euclid(7);
        if first == 3 || first == 2 && is_leap(year) { 53 } else { 52 }
    };
    if week < 1 {
        (year - 1, weeks_of(year - 1))
    } else if week > weeks_of(year) {
        (year + 1, 1)
    } else {
        (year, week)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_come_back() {
        for seconds in [0, -1, 951_782_400, 1_709_164_800, -62_135_596_800, 253_402_300_799, 86_399] {
            let fields = fields_from_seconds(seconds);
            assert_eq!(seconds_from_fields(&fields), seconds);
        }
        let leap = fields_from_seconds(951_782_400);
        assert_eq!((leap.year, leap.month, leap.day, leap.weekday, leap.yearday), (2000, 2, 29, 1, 60));
        assert_eq!(iso_week(2021, 1, 4), (2020, 53));
        assert_eq!(iso_week(2019, 364, 0), (2020, 1));
    }
}
