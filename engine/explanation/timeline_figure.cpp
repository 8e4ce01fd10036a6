// The timeline of a procedure as a picture: time runs downwards, so that it reads the same on a phone and on paper.
// Shape and not only colour says what is right; the words stand in the picture and again as text below it.
#include <algorithm>

#include "base/text.h"
#include "explanation/report.h"

namespace toets::explanation {

namespace {

constexpr int figure_width = 340;
constexpr int line_x = 98;
constexpr int label_x = 114;
constexpr int line_height = 16;
constexpr int row_gap = 8;
constexpr int most_gap = 48;  // of a long time in which nothing happened
constexpr int days_in_pixel = 6;
constexpr std::size_t label_width = 31;  // characters

std::vector<std::string> wrapped(std::string_view words) {
    std::vector<std::string> lines{{}};
    while (!words.empty()) {
        const std::size_t space = std::min(words.find(' '), words.size());
        const std::string_view word = words.substr(0, space);
        if (!lines.back().empty() && lines.back().size() + 1 + word.size() > label_width) lines.emplace_back();
        lines.back() += (lines.back().empty() ? "" : " ") + std::string(word);
        words.remove_prefix(std::min(space + 1, words.size()));
    }
    return lines;
}

std::string attribute(std::string_view name, int value) {
    return " " + std::string(name) + "=\"" + std::to_string(value) + "\"";
}

class Figure {
public:
    Figure(const Timeline& timeline, std::optional<Date> today, const View& view)
        : timeline_(timeline), today_(today), view_(view) {}

    std::string draw(const std::string& title) {
        for (const CourseSeen& course : timeline_.courses) add_course(course);
        if (!timeline_.strays.empty()) {
            for (const Moment& moment : timeline_.strays) add(moment);
        }
        add_today_until({});
        const int height = y_ + line_height;
        std::string svg = "<svg class=\"timeline\" role=\"img\" viewBox=\"0 0 " + std::to_string(figure_width) + " " +
                          std::to_string(height) + "\" xmlns=\"http://www.w3.org/2000/svg\">\n";
        svg += "<title>" + escape_html(title) + "</title>\n";
        return svg + lines_ + marks_ + "</svg>\n<p class=\"legend\">" +
               escape_html(say(Phrase::TimelineLegend, view_.language)) + "</p>\n";
    }

private:
    void add_course(const CourseSeen& course) {
        last_y_.reset();
        y_ += row_gap;
        for (const Moment& moment : course.moments) add(moment);
    }

    // Time that passed is room, up to a point.
    void leave_room(Date day) {
        if (last_day_) y_ += std::clamp((day.days - last_day_->days) / days_in_pixel, 0, most_gap);
        last_day_ = day;
    }

    void add_today_until(std::optional<Date> day) {
        const bool is_next = today_ && !is_today_drawn_ && (!day || *today_ <= *day);
        if (!is_next) return;
        is_today_drawn_ = true;
        leave_room(*today_);
        y_ += line_height;
        lines_ += "<line class=\"today\"" + attribute("x1", 0) + attribute("x2", figure_width) + attribute("y1", y_) +
                  attribute("y2", y_) + "/>\n";
        marks_ += text("date today", line_x - 12, y_ - 3, to_short_date(*today_, view_.language), true);
        marks_ += text("label today", label_x, y_ - 3, say(Phrase::TimelineToday, view_.language), false);
        y_ += row_gap;
    }

    void add(const Moment& moment) {
        add_today_until(moment.day);
        leave_room(moment.day);
        y_ += line_height;
        const int mark_y = y_ - 4;
        const bool is_joined = last_y_ && moment.what != Moment::What::Stray;
        if (is_joined) {
            const bool is_quiet = moment.what == Moment::What::Over;
            lines_ += std::string("<line class=\"") + (is_quiet ? "quiet" : "course") + "\"" + attribute("x1", line_x) +
                      attribute("x2", line_x) + attribute("y1", *last_y_) + attribute("y2", mark_y) + "/>\n";
        }
        last_y_ = mark_y;
        marks_ += mark(moment, mark_y);
        marks_ += text("date", line_x - 12, y_, to_short_date(moment.day, view_.language), true);
        for (const std::string& words : wrapped(to_words(moment, timeline_, view_))) {
            marks_ += text(moment.is_right == Truth::False ? "label wrong" : "label", label_x, y_, words, false);
            y_ += line_height;
        }
        y_ += row_gap - line_height;
    }

    static std::string text(std::string_view css_class, int x, int y, const std::string& words, bool ends_here) {
        return "<text class=\"" + std::string(css_class) + "\"" + attribute("x", x) + attribute("y", y) +
               (ends_here ? " text-anchor=\"end\"" : "") + ">" + escape_html(words) + "</text>\n";
    }

    static std::string path(std::string_view css_class, const std::string& points) {
        return "<path class=\"" + std::string(css_class) + "\" d=\"" + points + "\"/>\n";
    }

    static std::string mark(const Moment& moment, int y) {
        const auto at = [y](int dx, int dy) { return std::to_string(line_x + dx) + " " + std::to_string(y + dy); };
        if (moment.is_right == Truth::False) {
            return path("cross", "M" + at(-5, -5) + "L" + at(5, 5) + "M" + at(-5, 5) + "L" + at(5, -5));
        }
        if (moment.what == Moment::What::Began) {
            return path("start", "M" + at(-6, 5) + "L" + at(6, 5) + "L" + at(0, -6) + "Z");
        }
        if (moment.what == Moment::What::Over) {
            return path("over", "M" + at(-5, -5) + "H" + std::to_string(line_x + 5) + "V" + std::to_string(y + 5) +
                                    "H" + std::to_string(line_x - 5) + "Z");
        }
        const bool is_open = moment.is_planned || moment.is_right == Truth::Unknown;
        return std::string("<circle class=\"") + (is_open ? "open" : "done") + "\"" + attribute("cx", line_x) +
               attribute("cy", y) + attribute("r", 5) + "/>\n";
    }

    const Timeline& timeline_;
    std::optional<Date> today_;
    const View& view_;
    std::string lines_;
    std::string marks_;
    int y_ = 0;
    std::optional<int> last_y_;
    std::optional<Date> last_day_;
    bool is_today_drawn_ = false;
};

}  // namespace

std::string to_figure(const Finding& finding, const View& view) {
    if (!finding.timeline) return {};
    const std::string title = say(Phrase::TimelineTitle, view.language, {{"rule", finding.rule}});
    return Figure(*finding.timeline, finding.judged_on, view).draw(title);
}

}  // namespace toets::explanation
