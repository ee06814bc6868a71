#pragma once

#include "base/cancel.h"
#include "reporting/pdfcanvas.h"
#include "reporting/reportwords.h"

/// The parts of a report, in the order in which they are read. Each begins where the one before it ended.
class ReportSections
{
    Q_DECLARE_TR_FUNCTIONS(ReportSections)

public:
    ReportSections(const ClientReport &report, PdfCanvas &canvas)
        : m_report{report}
        , m_words{report}
        , m_canvas{canvas}
    {
    }

    /// Cancelled, it leaves off after the part at hand.
    void draw(const CancelToken &cancel = {});

private:
    /// A text in a row: where it begins, how wide it is, and how it is set.
    struct Cell
    {
        qreal x = 0;
        qreal width = 0;
        QString text;
        TextLook look;
        qreal below = 0; ///< the top of the row
    };

    void drawHead();
    void drawTitle();
    void drawSummary();
    void drawCards();
    void drawOutcomes();
    void drawFunnelPart();
    void drawTimeLinePart();
    void drawTimes();
    void drawFailures();
    void drawPrices();
    void drawMoney();
    void drawCampaigns();
    void drawTemplates(const CancelToken &cancel);
    void drawTemplate(const ReportedTemplate &shown);
    void drawBubble(const ReportedTemplate &shown, qreal width);
    void drawMethod();

    /// `room`: of the section, so that its title never stands alone.
    void sectionTitle(const QString &title, const QString &note, qreal room);
    /// A row of a table with a hairline above; moves down. `header` is drawn again on each new page.
    void row(const std::vector<Cell> &cells, const std::vector<Cell> &header);
    Cell below(const Cell &cell, const QString &text, QRgb colour) const;
    void headerRow(const std::vector<Cell> &header);
    qreal heightOf(const std::vector<Cell> &cells) const;

    const ClientReport &m_report;
    ReportWords m_words;
    PdfCanvas &m_canvas;
};
