#include "monitor/charts.h"

#include <algorithm>

#include "base/text.h"

namespace toets::monitor {

using explanation::Phrase;

const std::string_view chart_style =
    R"css(.bar, .quarters { display: block; width: 100%; max-width: 30rem; height: auto; margin: .4rem 0; }
.bar .frame { fill: none; stroke: #57606a; } .bar .done { fill: #0550ae; }
.bar .planned { fill: url(#planned); stroke: #0550ae; }
.bar .perhaps { fill: none; stroke: #57606a; stroke-dasharray: 2 3; }
.bar .agreed { stroke: #1b1f24; stroke-width: 3; }
.quarters text { font-size: 12px; fill: #1b1f24; } .quarters .axis { stroke: #57606a; stroke-width: 1; }
.quarters .sum { stroke: #0550ae; stroke-width: 2; } .quarters .ahead { stroke-dasharray: 6 4; }
.quarters .line { stroke: #57606a; stroke-width: 2; stroke-dasharray: 1 4; stroke-linecap: round; }
.quarters .past { fill: #0550ae; } .quarters .open { fill: #ffffff; stroke: #0550ae; stroke-width: 2; }
)css";

namespace {

constexpr int width = 400;
constexpr std::int64_t whole_share = 100'000'000;  // 100% in millionths

// The numbers are of the picture, so text is made of them alone.
using Attributes = std::initializer_list<std::pair<std::string_view, int>>;

std::string shape(std::string_view tag, std::string_view css_class, Attributes attributes) {
    std::string svg = "<" + std::string(tag) + " class=\"" + std::string(css_class) + "\"";
    for (const auto& [name, value] : attributes) {
        svg += " " + std::string(name) + "=\"" + std::to_string(value) + "\"";
    }
    return svg + "/>";
}

std::string picture(std::string_view css_class, int height, const std::string& label, const std::string& shapes) {
    return "<svg class=\"" + std::string(css_class) + "\" role=\"img\" viewBox=\"0 0 " + std::to_string(width + 4) +
           " " + std::to_string(height) + "\" aria-label=\"" + escape_html(label) + "\">" + shapes + "</svg>\n";
}

// Where a length ends on a scale of which `longest` is the end.
int on_scale(std::int64_t length, std::int64_t longest, int size) {
    return static_cast<int>(std::min(length, longest) * size / longest);
}

// ---------------------------------------------------------------------------------------------------------- the bar

constexpr int bar_height = 28;
constexpr int bar_top = 5;
constexpr int bar_thickness = 18;

struct Bar {
    std::int64_t done = 0;
    std::int64_t planned = 0;
    std::int64_t perhaps = 0;
    std::int64_t agreed = 0;
    std::int64_t longest = 1;
};

std::int64_t agreed_of(const Row& row) {
    const portfolio::Standing& standing = *row.position.after;
    return standing.agreed && standing.agreed->value ? *standing.agreed->value : 0;
}

// Of a share in parts of the whole: what is done and planned is divided by all that counts for it.
Bar bar_of(const Row& row) {
    const std::int64_t agreed = agreed_of(row);
    const Figures& counted = row.counted;
    if (!row.position.is_share) {
        return {counted.done.value, counted.planned.value, counted.perhaps.value, agreed,
                std::max({std::int64_t{1}, agreed, counted.sure() + counted.perhaps.value})};
    }
    const std::int64_t of = std::max<std::int64_t>(1, row.of.sure() + row.of.perhaps.value);
    const auto part = [of](const Figure& figure) { return figure.value * whole_share / of; };
    return {part(counted.done), part(counted.planned), part(counted.perhaps), agreed, whole_share};
}

std::string bar_part(const Bar& bar, std::string_view kind, std::int64_t from, std::int64_t length) {
    const int x = on_scale(from, bar.longest, width);
    const int part = on_scale(from + length, bar.longest, width) - x;
    if (part <= 0) return {};
    return shape("rect", kind, {{"x", 2 + x}, {"y", bar_top}, {"width", part}, {"height", bar_thickness}});
}

// ------------------------------------------------------------------------------------------------------ the quarters

constexpr int chart_height = 150;
constexpr int chart_top = 20;
constexpr int chart_bottom = 125;
constexpr int chart_left = 12;
constexpr int chart_step = 90;

class QuarterChart {
public:
    QuarterChart(const Reader& reader, const Row& row) : reader_(reader), row_(row), sums_(to_sums(reader, row)) {}

    std::string draw() {
        if (row_.position.is_share || sums_.empty()) return {};
        const std::int64_t all = sums_.back().done + sums_.back().planned;
        agreed_ = agreed_of(row_);
        if (all == 0 && agreed_ == 0) return {};
        longest_ = std::max<std::int64_t>({1, all, agreed_});
        shapes_ +=
            shape("line", "axis", {{"x1", chart_left}, {"y1", chart_bottom}, {"x2", width}, {"y2", chart_bottom}});
        if (agreed_ > 0) draw_agreed();
        draw_lines();
        draw_points();
        return picture("quarters", chart_height, label(), shapes_);
    }

private:
    static int x_of(std::size_t quarter) { return chart_left + static_cast<int>(quarter) * chart_step; }
    [[nodiscard]] int y_of(std::int64_t count) const {
        return chart_bottom - on_scale(count, longest_, chart_bottom - chart_top);
    }
    [[nodiscard]] std::int64_t sum_of(std::size_t quarter) const {
        return quarter == 0 ? 0 : sums_[quarter - 1].done + sums_[quarter - 1].planned;
    }
    // Whether it rests on what is only planned, or on days that are still to come.
    [[nodiscard]] bool is_ahead(std::size_t quarter) const {
        return sums_[quarter - 1].planned > 0 ||
               reader_.monitor.reference_date < row_.quarters[quarter - 1].period.first;
    }

    void draw_agreed() {
        const std::size_t last = row_.quarters.size();
        const bool is_most = row_.position.after->agreed->bound == model::Bound::AtMost;
        shapes_ +=
            shape("line", "line",
                  {{"x1", x_of(0)}, {"y1", y_of(is_most ? agreed_ : 0)}, {"x2", x_of(last)}, {"y2", y_of(agreed_)}});
        const bool is_told = sums_.size() == last && agreed_ == sum_of(last);
        if (!is_told) write(x_of(last) + 8, y_of(agreed_) + 4, "start", std::to_string(agreed_));
    }
    void draw_lines() {
        for (std::size_t quarter = 1; quarter <= sums_.size(); ++quarter) {
            shapes_ += shape("line", is_ahead(quarter) ? "sum ahead" : "sum",
                             {{"x1", x_of(quarter - 1)},
                              {"y1", y_of(sum_of(quarter - 1))},
                              {"x2", x_of(quarter)},
                              {"y2", y_of(sum_of(quarter))}});
        }
    }
    void draw_points() {
        for (std::size_t quarter = 1; quarter <= sums_.size(); ++quarter) {
            const int y = y_of(sum_of(quarter));
            shapes_ +=
                shape("circle", is_ahead(quarter) ? "open" : "past", {{"cx", x_of(quarter)}, {"cy", y}, {"r", 4}});
            write(x_of(quarter), y - 8, "middle", std::to_string(sum_of(quarter)));
        }
        for (std::size_t quarter = 1; quarter <= row_.quarters.size(); ++quarter) {
            write(x_of(quarter), chart_bottom + 18, "middle", quarter_name(reader_, row_.quarters[quarter - 1]));
        }
    }
    void write(int x, int y, std::string_view anchor, std::string_view text) {
        shapes_ += "<text x=\"" + std::to_string(x) + "\" y=\"" + std::to_string(y) + "\" text-anchor=\"" +
                   std::string(anchor) + "\">" + escape_html(text) + "</text>";
    }
    [[nodiscard]] std::string label() const {
        const std::string chart = reader_.say(Phrase::QuarterChart, {{"sums", sums_words(sums_)}});
        if (agreed_ == 0) return chart;
        return reader_.say(Phrase::QuarterChartAgreed,
                           {{"chart", chart}, {"agreed", agreed_words(row_.position, reader_.language)}});
    }

    const Reader& reader_;
    const Row& row_;
    std::vector<Sum> sums_;
    std::int64_t agreed_ = 0;
    std::int64_t longest_ = 1;
    std::string shapes_;
};

}  // namespace

// The stripes of what is planned.
std::string chart_definitions() {
    return "<svg width=\"0\" height=\"0\" aria-hidden=\"true\"><defs><pattern id=\"planned\" width=\"6\" height=\"6\" "
           "patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\"><rect width=\"3\" height=\"6\" "
           "fill=\"#0550ae\"/></pattern></defs></svg>\n";
}

std::string to_bar(const Reader& reader, const Row& row) {
    if (!row.is_whole()) return {};
    const Bar bar = bar_of(row);
    std::string shapes = bar_part(bar, "frame", 0, bar.longest) + bar_part(bar, "done", 0, bar.done) +
                         bar_part(bar, "planned", bar.done, bar.planned) +
                         bar_part(bar, "perhaps", bar.done + bar.planned, bar.perhaps);
    if (bar.agreed > 0) {
        const int x = 2 + on_scale(bar.agreed, bar.longest, width);
        shapes += shape("line", "agreed", {{"x1", x}, {"x2", x}, {"y1", 0}, {"y2", bar_height}});
    }
    const std::string label = reader.say(Phrase::MonitorBar, {{"done", reader.to_words(row.counted.done)},
                                                              {"planned", reader.to_words(row.counted.planned)},
                                                              {"perhaps", reader.to_words(row.counted.perhaps)}});
    return picture("bar", bar_height, label, shapes);
}

std::string to_quarter_chart(const Reader& reader, const Row& row) { return QuarterChart(reader, row).draw(); }

}  // namespace toets::monitor
