#pragma once

#include "domain/analytics.h"

#include <QWidget>

#include <optional>

/// Read rates by weekday and hour: six steps of colour with the number in each cell. Cells of too few people
/// are empty with a dash; the best one has an edge. Arrow keys move over the cells; Enter or a press chooses.
class HeatMapChart final : public QWidget
{
    Q_OBJECT

public:
    explicit HeatMapChart(QWidget *parent = nullptr);

    /// `chosen`: the hour that everything else is filtered by.
    void setHeat(const HeatMap &heat, std::optional<HeatSlot> chosen);
    std::optional<HeatSlot> markedSlot() const { return m_marked; }
    /// Where an hour is drawn.
    QRect cellOf(const HeatSlot &slot) const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {340, sizeHint().height()}; }

signals:
    void slotChosen(const HeatSlot &slot);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    int nameWidth() const;
    int cellHeight() const;
    std::optional<HeatSlot> slotAt(QPoint point) const;
    QString wordsOf(const HeatSlot &slot) const;
    void mark(std::optional<HeatSlot> slot);
    size_t stepOf(double share) const;
    void paintCell(QPainter *painter, const HeatSlot &slot) const;
    void paintLegend(QPainter *painter) const;
    void fitHours();
    void fitSteps();

    HeatMap m_heat;
    std::optional<HeatSlot> m_chosen;
    std::optional<HeatSlot> m_marked;
    int m_firstHour = 9;
    int m_lastHour = 20;
    double m_low = 0;
    double m_high = 1;
};
