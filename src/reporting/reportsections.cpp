#include "reporting/reportsections.h"

#include "reporting/reportcharts.h"

#include <QImage>

#include <algorithm>
#include <array>
#include <numeric>

using namespace Qt::StringLiterals;

namespace {

constexpr qreal kRowPadding = 5;
constexpr qreal kHeadHeight = 34;

constexpr Qt::Alignment kTrailing = Qt::AlignTrailing | Qt::AlignTop;

TextLook small(QRgb colour = ink::kText3)
{
    return {.points = 9, .colour = colour};
}

TextLook trailing(TextLook look)
{
    look.alignment = kTrailing;
    return look;
}

} // namespace

void ReportSections::draw(const CancelToken &cancel)
{
    drawHead();
    drawTitle();
    drawSummary();
    drawCards();
    drawOutcomes();
    m_canvas.beginPage();
    drawFunnelPart();
    drawTimeLinePart();
    drawTimes();
    drawFailures();
    drawPrices();
    drawMoney();
    if (cancel.isCancelled())
        return;
    drawCampaigns();
    drawTemplates(cancel);
    drawMethod();
}

void ReportSections::drawHead()
{
    const qreal top = m_canvas.y();
    qreal x = 0;
    const QImage logo = QImage::fromData(m_report.look.logo);
    if (logo.isNull()) {
        drawMark(m_canvas.painter(), m_canvas.placed(QRectF{0, top, kHeadHeight, kHeadHeight}).topLeft(),
                 kHeadHeight);
        x = kHeadHeight;
    } else {
        constexpr qreal kWidest = 150;
        const QSizeF size = QSizeF{logo.size()}.scaled(kWidest, kHeadHeight, Qt::KeepAspectRatio);
        const QRectF place{0, top + (kHeadHeight - size.height()) / 2, size.width(), size.height()};
        m_canvas.painter().drawImage(m_canvas.placed(place), logo);
        x = size.width();
    }
    const QRectF beside{x + 12, top, m_canvas.width() - x - 12, kHeadHeight};
    const bool hasNumber = !m_report.senderNumber.isEmpty();
    TextLook name{.points = 12, .isBold = true, .isOneLine = true};
    if (!hasNumber)
        name.alignment = Qt::AlignLeading | Qt::AlignVCenter;
    const QString kind = tr("Campaign report");
    constexpr qreal kGap = 16;
    const qreal taken = m_canvas.widthOf(kind, small()) + kGap;
    m_canvas.text(beside.adjusted(0, 0, -taken, 0), m_words.agency(), name);
    if (hasNumber) {
        // The number keeps its own direction in any language.
        const QString number = QChar{0x2066} + m_report.senderNumber + QChar{0x2069};
        const bool isOwn = m_words.agency() == m_report.accountName || m_report.accountName.isEmpty();
        TextLook below = small();
        below.isOneLine = true;
        m_canvas.text(beside.adjusted(0, 20, 0, 0),
                      isOwn ? number : tr("For %1, %2").arg(m_report.accountName, number), below);
    }
    m_canvas.text(beside, kind, trailing(small()));
    m_canvas.skip(kHeadHeight + 14);
    m_canvas.fill({0, m_canvas.y(), m_canvas.width(), 3}, m_report.look.accent, 1.5);
    m_canvas.skip(30);
}

void ReportSections::drawTitle()
{
    m_canvas.paragraph(m_report.title, {.points = 26, .isBold = true});
    m_canvas.skip(4);
    m_canvas.paragraph(u"%1 · %2"_s.arg(m_words.period(), m_words.state()),
                       {.points = 11, .colour = ink::kText2});
    if (!m_report.description.isEmpty()) {
        m_canvas.skip(8);
        m_canvas.paragraph(m_report.description, {.points = 11, .colour = ink::kText2});
    }
    if (m_report.isPractice) {
        m_canvas.skip(8);
        m_canvas.paragraph(tr("Practice: sent to the built-in simulator. Nobody got a message."),
                           {.points = 10, .colour = ink::kAmber, .isBold = true});
    }
}

void ReportSections::drawSummary()
{
    m_canvas.skip(18);
    m_canvas.paragraph(m_words.summary(), {.points = 14});
    m_canvas.skip(20);
}

void ReportSections::drawCards()
{
    struct Card
    {
        QString label;
        int number;
        QString base;
        QRgb colour;
    };
    const FigureSet &figures = m_report.figures;
    const int total = figures.counts.total();
    const int failed = figures.counts.of(RecipientStatus::Failed);
    const ReachedCounts &reached = figures.reached;
    const std::array cards{
        Card{tr("People"),                       total,            tr("on the list"), ink::kText },
        Card{ tr("Delivered"), reached.delivered,     m_words.shareOf(reached.delivered,       reached.sent,                                                                           tr("sent")),
             ink::kBlue},
        Card{                                                                           tr("Read"),      reached.read,     m_words.shareOf(reached.read,  reached.delivered,                                                                           tr("delivered")),
             ink::kRead},
        Card{                                                                           tr("Answered"),  reached.responded,
             m_words.shareOf(reached.responded,  reached.delivered, tr("delivered")), ink::kGreen},
        Card{ tr("Failed"),    failed,                       m_words.shareOf(failed,   total,   tr("the list")), ink::kRed},
    };
    constexpr qreal kGap = 9;
    constexpr qreal kHeight = 76;
    const qreal width = (m_canvas.width() - kGap * (cards.size() - 1)) / cards.size();
    for (size_t i = 0; i < cards.size(); ++i) {
        const QRectF box{static_cast<qreal>(i) * (width + kGap), m_canvas.y(), width, kHeight};
        m_canvas.frame(box, ink::kBorder, 7);
        m_canvas.fill({box.left() + 10, box.top() + 12, 7, 7}, cards[i].colour, 3.5);
        const QRectF inside = box.adjusted(10, 9, -6, -6);
        m_canvas.text(inside.adjusted(12, 0, 0, 0), cards[i].label, {.points = 9, .colour = ink::kText2});
        m_canvas.text(inside.translated(0, 16), m_words.number(cards[i].number),
                      {.points = cards[i].number > 999'999 ? 15.0 : 20.0, .isBold = true});
        m_canvas.text(inside.translated(0, 47), cards[i].base, {.points = 8, .colour = ink::kText3});
    }
    m_canvas.skip(kHeight);
}

void ReportSections::drawOutcomes()
{
    const std::vector<ReportOutcome> outcomes = m_words.outcomes(m_report.figures);
    if (outcomes.empty())
        return;
    sectionTitle(tr("What became of everybody"), tr("each person once"), 120);
    drawOutcomeBar(m_canvas, {0, m_canvas.y(), m_canvas.width(), 26}, outcomes);
    m_canvas.skip(36);
    const int total = m_report.figures.counts.total();
    constexpr qreal kName = 96;
    constexpr qreal kNumber = 76;
    constexpr qreal kShare = 66;
    const qreal meaning = m_canvas.width() - kName - kNumber - kShare - 18;
    const auto line = [&](const QString &name, const QString &text, int people, std::optional<QRgb> colour) {
        m_canvas.ensureRoom(24);
        if (colour)
            m_canvas.fill({0, m_canvas.y() + kRowPadding + 2.5, 9, 9}, *colour, 2.5);
        std::vector<Cell> cells;
        cells.push_back({
            18, kName, name, {.points = 10, .isBold = true}
        });
        cells.push_back({
            18 + kName, meaning, text, {.points = 9, .colour = ink::kText2}
        });
        cells.push_back({18 + kName + meaning, kNumber, m_words.number(people),
                         trailing({.points = 10, .isBold = true})});
        cells.push_back({m_canvas.width() - kShare, kShare, m_words.share(people, total),
                         trailing({.points = 10, .colour = ink::kText2})});
        row(cells, {});
    };
    for (const ReportOutcome &outcome : outcomes)
        line(outcome.name, outcome.meaning, outcome.people, outcome.colour);
    line(tr("Everybody"), {}, total, std::nullopt);
}

void ReportSections::drawFunnelPart()
{
    const std::vector<ReportStep> steps = m_words.funnel(m_report.figures);
    const qreal height = kFunnelRow * static_cast<qreal>(steps.size());
    sectionTitle(tr("How far the message got"), tr("everybody who got at least so far"), height + 50);
    drawFunnel(m_canvas, {0, m_canvas.y(), m_canvas.width(), height}, steps, m_words);
    m_canvas.skip(height);
}

void ReportSections::drawTimeLinePart()
{
    constexpr qreal kHeight = 180;
    if (m_report.timeLine.empty())
        return;
    sectionTitle(tr("Over time"), tr("people so far, times of %1").arg(m_words.zone()), kHeight + 50);
    drawTimeLine(m_canvas, {0, m_canvas.y(), m_canvas.width(), kHeight}, m_report, m_words);
    m_canvas.skip(kHeight);
}

void ReportSections::drawTimes()
{
    const DeliveryTimes &times = m_report.figures.times;
    if (!times.toDeliver && !times.toRead && !times.toRespond)
        return;
    sectionTitle(tr("How long it took"), tr("from the moment WhatsApp accepted the message"), 120);
    constexpr std::array<qreal, 4> kWidths{66, 96, 0, 112};
    constexpr qreal kName = 70;
    const auto cells = [&](const QStringList &texts, const TextLook &look) {
        std::vector<Cell> all{
            {0, kName, texts[0], {.points = 10, .colour = look.colour}}
        };
        qreal x = kName;
        for (size_t i = 0; i < kWidths.size(); ++i) {
            const qreal rest = m_canvas.width() - kName - kWidths[0] - kWidths[1] - kWidths[3];
            const qreal width = kWidths[i] > 0 ? kWidths[i] : rest;
            all.push_back({x, width, texts[static_cast<qsizetype>(i) + 1], trailing(look)});
            x += width;
        }
        return all;
    };
    const std::vector<Cell> header =
        cells({{}, tr("People"), tr("Half within"), tr("Middle half"), tr("Nine of ten within")}, small());
    headerRow(header);
    const std::array steps{
        std::pair{tr("Delivered"), times.toDeliver},
        std::pair{tr("Read"),      times.toRead   },
        std::pair{tr("Answered"),  times.toRespond}
    };
    for (const auto &[name, time] : steps) {
        if (!time)
            continue;
        row(cells({name, m_words.number(time->people), m_words.duration(time->median),
                   tr("%1 to %2").arg(m_words.duration(time->quarter), m_words.duration(time->threeQuarters)),
                   m_words.duration(time->ninety)},
                  {.points = 10}),
            header);
    }
}

void ReportSections::drawFailures()
{
    const std::vector<ErrorCount> &errors = m_report.figures.errors;
    if (errors.empty())
        return;
    sectionTitle(tr("Why people were not reached"), tr("as WhatsApp told"), 110);
    constexpr qreal kNumber = 70;
    constexpr qreal kShare = 66;
    const int failed = m_report.figures.counts.of(RecipientStatus::Failed);
    const qreal width = m_canvas.width() - kNumber - kShare - 8;
    const auto cells = [&](const QString &reason, const QString &people, const QString &share,
                           const TextLook &look) {
        return std::vector<Cell>{
            {0,                         width,   reason, look          },
            {width + 8,                 kNumber, people, trailing(look)},
            {m_canvas.width() - kShare, kShare,  share,  trailing(look)}
        };
    };
    const std::vector<Cell> header =
        cells(tr("Reason and what helps"), tr("People"), tr("Of all failed"), small());
    headerRow(header);
    for (const ErrorCount &error : errors) {
        std::vector<Cell> line = cells(error.message, m_words.number(error.count),
                                       m_words.share(error.count, failed), {.points = 10});
        line[0].look.isBold = true;
        if (!error.advice.isEmpty())
            line.push_back(below(line[0], error.advice, ink::kText2));
        row(line, header);
    }
    std::vector<Cell> sum = cells(tr("Everybody who failed"), m_words.number(failed),
                                  m_words.share(failed, failed), {.points = 10, .isBold = true});
    row(sum, header);
}

void ReportSections::drawPrices()
{
    const std::vector<PricedMessages> &prices = m_report.figures.prices;
    if (prices.empty())
        return;
    sectionTitle(tr("What was charged for"), tr("delivered messages, as WhatsApp priced them"), 80);
    constexpr qreal kNumber = 80;
    const qreal width = m_canvas.width() - kNumber;
    int total = 0;
    for (const PricedMessages &price : prices) {
        total += price.messages;
        row(
            {
                {0,     width,   m_words.priceName(price),       {.points = 10}          },
                {width, kNumber, m_words.number(price.messages), trailing({.points = 10})}
        },
            {});
    }
    row(
        {
            {0,     width,   tr("Messages with a known price"), {.points = 10, .isBold = true}          },
            {width, kNumber, m_words.number(total),             trailing({.points = 10, .isBold = true})}
    },
        {});
}

/// What it cost and brought in, where that is known.
void ReportSections::drawMoney()
{
    const std::vector<MoneyLine> lines = m_words.money();
    if (lines.empty())
        return;
    sectionTitle(m_words.moneyTitle(),
                 m_report.money.revenue.empty()
                     ? tr("by Meta's rate card")
                     : tr("by Meta's rate card and the bookings that came because of it"),
                 60);
    constexpr qreal kAmount = 160;
    const qreal width = m_canvas.width() - kAmount;
    for (const MoneyLine &line : lines)
        row(
            {
                {0,     width,   line.name,  {.points = 10}          },
                {width, kAmount, line.value, trailing({.points = 10})}
        },
            {});
}

void ReportSections::drawCampaigns()
{
    if (m_report.campaigns.size() < 2)
        return;
    sectionTitle(tr("Campaign by campaign"), tr("shares: delivered of sent, read and answered of delivered"),
                 120);
    const std::vector<qreal> widths = hasCosts(m_report) ? std::vector<qreal>{50, 58, 50, 56, 44, 88}
                                                         : std::vector<qreal>{62, 62, 66, 66, 58};
    const qreal name = m_canvas.width() - std::accumulate(widths.begin(), widths.end(), 0.0);
    const auto cells = [&](const QString &title, const QStringList &texts, const TextLook &look) {
        std::vector<Cell> all{
            {0, name - 8, title, look}
        };
        qreal x = name;
        for (size_t i = 0; i < widths.size(); ++i) {
            all.push_back({x, widths[i], texts[static_cast<qsizetype>(i)], trailing(look)});
            x += widths[i];
        }
        return all;
    };
    const std::vector<Cell> header =
        cells(tr("Campaign"),
              {tr("People"), tr("Delivered"), tr("Read"), tr("Answered"), tr("Failed"), tr("Cost")}, small());
    const auto figures = [&](const FigureSet &set, const ReportCost &cost) {
        const ReachedCounts &reached = set.reached;
        return QStringList{m_words.number(set.counts.total()),
                           m_words.share(reached.delivered, reached.sent),
                           m_words.share(reached.read, reached.delivered),
                           m_words.share(reached.responded, reached.delivered),
                           m_words.number(set.counts.of(RecipientStatus::Failed)),
                           m_words.cost(cost)};
    };
    headerRow(header);
    for (const ReportedCampaign &campaign : m_report.campaigns) {
        const QString began = campaign.startedAt ? m_words.moment(*campaign.startedAt) : tr("Not sent yet");
        std::vector<Cell> line =
            cells(campaign.name, figures(campaign.figures, costOf(campaign)), {.points = 10});
        line.push_back(below(line[0], began, ink::kText3));
        row(line, header);
    }
    row(cells(tr("All campaigns"), figures(m_report.figures, costOf(m_report)),
              {.points = 10, .isBold = true}),
        header);
}

void ReportSections::drawTemplates(const CancelToken &cancel)
{
    for (const ReportedTemplate &shown : m_report.templates) {
        if (cancel.isCancelled())
            return;
        if (m_report.templates.size() > 1)
            m_canvas.beginPage();
        drawTemplate(shown);
    }
}

void ReportSections::drawTemplate(const ReportedTemplate &shown)
{
    QStringList parts{shown.name, shown.language};
    if (!shown.accountName.isEmpty())
        parts << shown.accountName;
    sectionTitle(m_report.templates.size() == 1 ? tr("The message") : tr("Message “%1”").arg(shown.name),
                 parts.join(u" · "_s), 160);
    if (m_report.campaigns.size() > 1) {
        m_canvas.paragraph(tr("In %n campaigns, to %1 people.", nullptr, shown.campaigns)
                               .arg(m_words.number(shown.figures.counts.total())),
                           {.points = 10, .colour = ink::kText2});
        m_canvas.skip(8);
    }
    drawBubble(shown, std::min<qreal>(330, m_canvas.width() - 28));
    if (shown.campaigns == static_cast<int>(m_report.campaigns.size()))
        return; // its figures are those of the whole report
    m_canvas.skip(18);
    const std::vector<ReportStep> steps = m_words.funnel(shown.figures);
    const qreal height = kFunnelRow * static_cast<qreal>(steps.size());
    m_canvas.ensureRoom(height);
    drawFunnel(m_canvas, {0, m_canvas.y(), m_canvas.width(), height}, steps, m_words);
    m_canvas.skip(height);
}

void ReportSections::drawBubble(const ReportedTemplate &shown, qreal width)
{
    constexpr qreal kPadding = 12;
    constexpr qreal kButton = 24;
    const qreal inner = width - 2 * kPadding;
    struct Part
    {
        QString text;
        TextLook look;
    };
    std::vector<Part> parts;
    if (!shown.header.isEmpty())
        parts.push_back({
            shown.header, {.points = 11, .isBold = true}
        });
    if (!shown.body.isEmpty())
        parts.push_back({shown.body, {.points = 10}});
    if (!shown.footer.isEmpty())
        parts.push_back({
            shown.footer, {.points = 9, .colour = ink::kText3}
        });
    qreal height = kPadding;
    for (const Part &part : parts)
        height += m_canvas.heightOf(part.text, part.look, inner) + 6;
    height += kPadding - 6;
    const qreal buttons = kButton * static_cast<qreal>(shown.buttons.size());
    m_canvas.ensureRoom(height + buttons + 28);
    const qreal top = m_canvas.y();
    m_canvas.fill({0, top, m_canvas.width(), height + buttons + 28}, ink::kChat, 8);
    const QRectF bubble{14, top + 14, width, height};
    m_canvas.fill({bubble.left(), bubble.top(), width, height + buttons}, ink::kBubble, 8);
    qreal y = bubble.top() + kPadding;
    for (const Part &part : parts) {
        const qreal taken = m_canvas.heightOf(part.text, part.look, inner);
        m_canvas.text({bubble.left() + kPadding, y, inner, taken + 2}, part.text, part.look);
        y += taken + 6;
    }
    y = bubble.bottom();
    for (const QString &button : shown.buttons) {
        m_canvas.fill({bubble.left() + 1, y, width - 2, 0.8}, ink::kBorder);
        m_canvas.text({bubble.left() + kPadding, y, inner, kButton}, button,
                      {.points = 10,
                       .colour = ink::kPrimary,
                       .isBold = true,
                       .alignment = Qt::AlignCenter,
                       .isOneLine = true});
        y += kButton;
    }
    m_canvas.skip(height + buttons + 28);
}

void ReportSections::drawMethod()
{
    m_canvas.beginPage();
    sectionTitle(tr("How these figures are counted"), {}, 180);
    constexpr qreal kTerm = 120;
    for (const ReportNote &note : m_words.method())
        row(
            {
                {0,     kTerm - 10,               note.term, {.points = 9, .isBold = true}},
                {kTerm, m_canvas.width() - kTerm, note.text, small(ink::kText2)           }
        },
            {});
}

void ReportSections::sectionTitle(const QString &title, const QString &note, qreal room)
{
    m_canvas.ensureRoom(room + 52);
    if (m_canvas.y() > 0)
        m_canvas.skip(28);
    const TextLook look{.points = 14, .isBold = true, .isOneLine = true};
    m_canvas.fill({0, m_canvas.y() + 3, 3, 14}, m_report.look.accent, 1.5);
    m_canvas.text({11, m_canvas.y(), m_canvas.width() - 11, 20}, title, look);
    const qreal taken = m_canvas.widthOf(title, look) + 30;
    if (m_canvas.width() - taken > 80)
        m_canvas.text({taken, m_canvas.y() + 6, m_canvas.width() - taken, 14}, note,
                      {.points = 8, .colour = ink::kText3, .alignment = kTrailing, .isOneLine = true});
    m_canvas.skip(30);
}

void ReportSections::row(const std::vector<Cell> &cells, const std::vector<Cell> &header)
{
    const qreal height = heightOf(cells) + 2 * kRowPadding;
    if (height > m_canvas.room() && m_canvas.y() > 0) {
        m_canvas.beginPage();
        if (!header.empty())
            headerRow(header);
    }
    m_canvas.rule(m_canvas.y());
    for (const Cell &cell : cells)
        m_canvas.text({cell.x, m_canvas.y() + kRowPadding + cell.below, cell.width, height}, cell.text,
                      cell.look);
    m_canvas.skip(height);
}

/// A smaller line under what a cell says.
ReportSections::Cell ReportSections::below(const Cell &cell, const QString &text, QRgb colour) const
{
    return {cell.x, cell.width, text, small(colour), m_canvas.heightOf(cell.text, cell.look, cell.width) + 2};
}

void ReportSections::headerRow(const std::vector<Cell> &header)
{
    const qreal height = heightOf(header) + kRowPadding;
    for (const Cell &cell : header)
        m_canvas.text({cell.x, m_canvas.y(), cell.width, height}, cell.text, cell.look);
    m_canvas.skip(height);
}

qreal ReportSections::heightOf(const std::vector<Cell> &cells) const
{
    qreal height = 0;
    for (const Cell &cell : cells)
        height = std::max(height, cell.below + m_canvas.heightOf(cell.text, cell.look, cell.width));
    return height;
}
