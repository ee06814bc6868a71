#pragma once

#include "widgets/theme/theme.h"

#include <QString>
#include <QWidget>

#include <vector>

/// One share of a StackedBar: so many people, in the mark colour of a tone.
struct BarSegment
{
    QString name;
    int count = 0;
    Tone tone = Tone::Gray;
    bool isHatched = false; ///< sent, and no answer yet
};

/// Every person of a campaign in exactly one segment, what remains as the empty track, and a legend whose
/// counts add up to the total. A segment that holds anybody is at least two pixels wide.
class StackedBar : public QWidget
{
    Q_OBJECT

public:
    explicit StackedBar(QWidget *parent = nullptr);

    /// `segments` from the leading edge on; the rest up to `total` is "remaining". Empty segments are left
    /// out.
    void setSegments(std::vector<BarSegment> segments, int total);
    void setLegendVisible(bool visible);

    int remaining() const;
    /// The widths in pixels that the segments get in a bar of `barWidth` (gaps not included), for tests and
    /// reports.
    std::vector<int> segmentWidths(int barWidth) const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return m_isLegendVisible; }
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    struct LegendItem
    {
        QRect rect;
        int segment; ///< -1: what remains
    };

    std::vector<LegendItem> legendItems(int width) const;
    void paintBar(QPainter *painter) const;
    void paintLegendItem(QPainter *painter, const LegendItem &item) const;
    void paintDot(QPainter *painter, const QRectF &dot, const BarSegment &segment, bool isRest) const;
    void describe();

    std::vector<BarSegment> m_segments;
    int m_total = 0;
    bool m_isLegendVisible = true;
};
