// iCalendar and CSV, checked by readers of their own that take nothing for granted.
#include <gtest/gtest.h>

#include <map>
#include <set>

#include "agenda/agenda.h"
#include "base/text.h"

namespace toets::agenda {
namespace {

Date day(int year, int month, int of_month) { return *to_date({year, month, of_month}); }

Entry entry(const std::string& words) {
    Entry entry;
    entry.party = "Herstelhuis";
    entry.date = day(2026, 3, 6);
    entry.words = words;
    entry.label = "2026-014";
    entry.rule = "begeleiding geregeld";
    entry.article = "artikel 3 lid 1";
    entry.judged_on = day(2026, 3, 1);
    return entry;
}

Agenda agenda(std::vector<Entry> entries) {
    Agenda agenda;
    agenda.from = day(2026, 3, 1);
    agenda.until = day(2027, 3, 1);
    agenda.cases = 1;
    agenda.entries = std::move(entries);
    return agenda;
}

// The content lines of RFC 5545, section 3.1: unfolded, each with its name and value.
struct Line {
    std::string name;
    std::string value;
};
std::vector<Line> content_lines(const std::string& text) {
    std::vector<std::string> unfolded;
    std::size_t begin = 0;
    while (begin < text.size()) {
        const std::size_t end = text.find("\r\n", begin);
        EXPECT_NE(end, std::string::npos) << "a line without CRLF";
        if (end == std::string::npos) break;
        const std::string line = text.substr(begin, end - begin);
        EXPECT_LE(line.size(), 75U) << line;
        EXPECT_EQ(line.find_first_of("\r\n"), std::string::npos) << line;
        EXPECT_FALSE(first_invalid_utf8(line)) << "a character cut in two: " << line;
        if (line.starts_with(" ")) {
            EXPECT_FALSE(unfolded.empty());
            unfolded.back() += line.substr(1);
        } else {
            unfolded.push_back(line);
        }
        begin = end + 2;
    }
    std::vector<Line> lines;
    for (const std::string& line : unfolded) {
        const std::size_t colon = line.find(':');
        EXPECT_NE(colon, std::string::npos) << line;
        lines.push_back({line.substr(0, colon), line.substr(colon + 1)});
    }
    return lines;
}

// Section 3.3.11.
std::string text_of(const std::string& value) {
    std::string text;
    for (std::size_t index = 0; index < value.size(); ++index) {
        if (value[index] != '\\') {
            EXPECT_TRUE(value[index] != ';' && value[index] != ',') << "not escaped: " << value;
            text += value[index];
            continue;
        }
        ++index;
        EXPECT_LT(index, value.size());
        EXPECT_NE(std::string("\\;,nN").find(value[index]), std::string::npos) << value;
        text += value[index] == 'n' || value[index] == 'N' ? '\n' : value[index];
    }
    return text;
}

struct Event {
    std::map<std::string, std::string> values;
};
// The whole calendar by the letter of section 3.6; each event with the properties it must have, once.
std::vector<Event> read_calendar(const std::string& text) {
    const std::vector<Line> lines = content_lines(text);
    std::vector<Event> events;
    std::vector<std::string> open;
    std::set<std::string> uids;
    for (const Line& line : lines) {
        if (line.name == "BEGIN") {
            open.push_back(line.value);
            if (line.value == "VEVENT") events.emplace_back();
        } else if (line.name == "END") {
            EXPECT_FALSE(open.empty());
            EXPECT_EQ(open.back(), line.value);
            open.pop_back();
        } else if (!open.empty() && open.back() == "VEVENT") {
            EXPECT_TRUE(events.back().values.emplace(line.name, line.value).second) << line.name << " twice";
        }
    }
    EXPECT_TRUE(open.empty());
    EXPECT_EQ(lines.front().value, "VCALENDAR");
    EXPECT_EQ(lines.at(1).name, "VERSION");
    EXPECT_EQ(lines.at(1).value, "2.0");
    EXPECT_EQ(lines.at(2).name, "PRODID");
    for (const Event& event : events) {
        for (const auto* name : {"UID", "DTSTAMP", "DTSTART;VALUE=DATE", "DTEND;VALUE=DATE", "SUMMARY"}) {
            EXPECT_TRUE(event.values.contains(name)) << name;
        }
        EXPECT_TRUE(uids.insert(event.values.at("UID")).second) << "the same UID twice";
    }
    return events;
}

TEST(Calendar, IsAnEventOfOneWholeDay) {
    const std::vector<Event> events = read_calendar(to_calendar(agenda({entry("regel: dit")})));
    ASSERT_EQ(events.size(), 1U);
    const auto& values = events[0].values;
    EXPECT_EQ(values.at("DTSTART;VALUE=DATE"), "20260306");
    EXPECT_EQ(values.at("DTEND;VALUE=DATE"), "20260307");
    EXPECT_EQ(values.at("DTSTAMP"), "20260301T000000Z");
    EXPECT_EQ(text_of(values.at("SUMMARY")), "Herstelhuis: regel: dit");
}

TEST(Calendar, KeepsEveryTextWhateverItsLengthAndLetters) {
    std::string words = "é;,\\n\\N \"aanhaling\": ";
    for (int length = 0; length < 200; ++length) {
        words += length % 3 == 0 ? "é" : length % 3 == 1 ? "€" : ";";
        const std::vector<Event> events = read_calendar(to_calendar(agenda({entry(words)})));
        ASSERT_EQ(events.size(), 1U);
        EXPECT_EQ(text_of(events[0].values.at("SUMMARY")), "Herstelhuis: " + words);
    }
}

TEST(Calendar, TakesNoControlCharactersAndKeepsLineEnds) {
    Entry each = entry("regel\tdit\x01\x7f\nen dat");
    const std::vector<Event> events = read_calendar(to_calendar(agenda({each})));
    EXPECT_EQ(text_of(events.at(0).values.at("SUMMARY")), "Herstelhuis: regeldit\nen dat");
}

TEST(Calendar, AnEntryKeepsItsUidWhenItsDateMoves) {
    Entry moved = entry("regel: dit");
    moved.date = day(2026, 5, 1);
    moved.judged_on = day(2026, 4, 1);
    const auto uid = [](const Entry& each) {
        return read_calendar(to_calendar(agenda({each}))).at(0).values.at("UID");
    };
    EXPECT_EQ(uid(entry("regel: dit")), uid(moved));
    Entry other = entry("regel: dit");
    other.label = "2026-015";
    EXPECT_NE(uid(entry("regel: dit")), uid(other));
    EXPECT_NE(uid(entry("regel: dit")), uid(entry("regel: dat")));
}

TEST(Calendar, EachTimeOfADutyThatReturnsIsItsOwn) {
    Entry first = entry("zorg voor een verslag");
    first.what = Entry::What::Perform;
    first.returns = true;
    Entry second = first;
    second.date = day(2026, 6, 6);
    EXPECT_EQ(read_calendar(to_calendar(agenda({first, second, second}))).size(), 3U);
}

TEST(Calendar, LeavesOutWhatHasNoDate) {
    Entry undated = entry("regel: dit");
    undated.date.reset();
    EXPECT_EQ(read_calendar(to_calendar(agenda({undated}))).size(), 0U);
    EXPECT_NE(to_calendar(agenda({})).find("BEGIN:VTIMEZONE"), std::string::npos);
}

// RFC 4180: records of fields, each between quotation marks.
std::vector<std::vector<std::string>> read_csv(const std::string& text) {
    std::vector<std::vector<std::string>> records(1);
    std::size_t at = 0;
    while (at < text.size()) {
        EXPECT_EQ(text[at], '"');
        std::string field;
        for (++at; at < text.size(); ++at) {
            if (text[at] != '"') {
                field += text[at];
            } else if (at + 1 < text.size() && text[at + 1] == '"') {
                field += text[++at];
            } else {
                break;
            }
        }
        records.back().push_back(field);
        ++at;
        if (text.compare(at, 2, "\r\n") == 0) {
            at += 2;
            if (at < text.size()) records.emplace_back();
        } else {
            EXPECT_EQ(text.at(at), ',');
            ++at;
        }
    }
    return records;
}

TEST(Csv, HasAHeaderAndAsManyFieldsInEachRow) {
    Entry late = entry("regel: \"dit\", en\ndat");
    late.state = Entry::State::Overdue;
    late.date = day(2026, 2, 20);
    const auto records = read_csv(to_csv(agenda({late})));
    ASSERT_EQ(records.size(), 2U);
    EXPECT_EQ(records[0].size(), records[1].size());
    EXPECT_EQ(records[0].front(), "datum");
    EXPECT_EQ(records[1].front(), "2026-02-20");
    EXPECT_EQ(records[1][4], "regel: \"dit\", en\ndat");
    EXPECT_EQ(records[1].back(), "9");
}

TEST(Csv, NoFieldIsAFormula) {
    for (const std::string words : {"=1+1", "+1", "-1", "@som", "\tx", "\rx"}) {
        Entry each = entry(words);
        each.label = words;
        each.party = words;
        for (const auto& record : read_csv(to_csv(agenda({each})))) {
            for (const std::string& field : record) {
                EXPECT_TRUE(field.empty() || std::string("=+-@\t\r\n").find(field[0]) == std::string::npos) << field;
            }
        }
        EXPECT_EQ(read_csv(to_csv(agenda({each}))).at(1).at(4), "'" + words);
    }
}

TEST(Entries, StandByPartyThenByDate) {
    Entry late = entry("b");
    late.date = day(2026, 2, 1);
    Entry undated = entry("c");
    undated.date.reset();
    Entry client = entry("d");
    client.party = "de cliënt";
    std::vector<Entry> entries{undated, entry("a"), late, entry("a"), client};
    sort_entries(entries);
    ASSERT_EQ(entries.size(), 4U);  // the same entry stands there once
    EXPECT_EQ(entries[0].party, "de cliënt");
    EXPECT_EQ(entries[1].words, "b");
    EXPECT_EQ(entries[2].words, "a");
    EXPECT_EQ(entries[3].words, "c");
}

}  // namespace
}  // namespace toets::agenda
