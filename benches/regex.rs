//! Times the regular expression engine on what programs do: `cargo bench --bench regex`.
//! `benches/regex.py` does the same with `re`.

use anthill::base::regex::{Method, Regex, Scanner, Scratch, Subject, flags};
use std::time::Instant;

/// The subject: log lines, code and prose, about a megabyte.
fn subject() -> String {
    let line = "127.0.0.1 - bob [10/Oct/2000:13:55:36 -0700] \"GET /apache_pb.gif?x=1 HTTP/1.0\" 200 2326\n\
                The quick brown fox, mail: joe.bloggs@mail.example.com; it's 12:30 on 2024-02-29. 'quoted text' 0x1F\n\
                def parse(self, text): return [int(word) for word in text.split(',') if word.isdigit()]  # comment\n";
    line.repeat(3500)
}

const PATTERNS: [(&str, u32); 24] = [
    (r"\w+", 0),
    (r"\d+", 0),
    (r"[A-Za-z]+", 0),
    (r"[\w.+-]+@[\w-]+\.[\w.-]+", 0),
    (r#"^(\S+) (\S+) (\S+) \[([^\]]*)\] "(\S+) (\S+) ([^"]+)" (\d{3}) (\S+)$"#, flags::MULTILINE),
    (r"quick|brown|lazy|dog|return|apache", 0),
    (r"(?:quick|brown|lazy) (\w+)", 0),
    (r"\[.*?\]", 0),
    (r"'.*?'", flags::DOTALL),
    (r"fox", 0),
    (r"FOX|Mail|tEXT", flags::IGNORECASE),
    (r"the quick", flags::IGNORECASE),
    (r"[^\s,;:.()\[\]]+", 0),
    (r"\b\w", 0),
    (r"\s+", 0),
    (r"(\d+)-(\d+)-(\d+)", 0),
    (r"(?P<key>\w+)=(?P<value>\w+)", 0),
    (r"\s*(?:(\d+(?:\.\d*)?)|([A-Za-z_]\w*)|(.))", 0),
    (r"#.*$", flags::MULTILINE),
    (r"(\w)\1", 0),
    (r"\w+(?=\()", 0),
    (r"(?<=\s)\w+", 0),
    (r"[aeiou][^aeiou\s]+[aeiou]", 0),
    (r"zzz|yyy|xxxx", 0),
];

fn main() {
    let text = subject();
    for (pattern, flags) in PATTERNS {
        let points: Vec<u32> = pattern.chars().map(u32::from).collect();
        let (regex, _) = Regex::new(&points, true, flags, &|_| None).expect("a pattern");
        let mut best = f64::INFINITY;
        let mut count = 0;
        for _ in 0..5 {
            let begin = Instant::now();
            let mut scratch = Scratch::default();
            let mut scanner = Scanner::new(0, text.len());
            count = 0;
            let subject = Subject::Narrow(text.as_bytes());
            while scanner.next(&regex, subject, Method::Search, &mut scratch, &mut || false).expect("no interrupt") {
                count += 1;
            }
            best = best.min(begin.elapsed().as_secs_f64());
        }
        println!("{:8.2} ms {count:8} {pattern}", best * 1000.0);
    }
    let begin = Instant::now();
    for _ in 0..100 {
        for (pattern, flags) in PATTERNS {
            let points: Vec<u32> = pattern.chars().map(u32::from).collect();
            std::hint::black_box(Regex::new(&points, true, flags, &|_| None).expect("a pattern"));
        }
    }
    println!("{:8.2} us to compile a pattern", begin.elapsed().as_secs_f64() * 1e6 / 2400.0);
}
