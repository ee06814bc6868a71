#pragma once

#include <QStringList>
#include <QWidget>

#include <vector>

class QAbstractButton;

/// Where a wizard stands: one disc per step. Done steps carry a check, the current one is filled, later ones
/// are outlined; steps that may be entered are buttons.
class StepIndicator : public QWidget
{
    Q_OBJECT

public:
    explicit StepIndicator(const QStringList &steps, QWidget *parent = nullptr);

    void setCurrent(int step);
    int current() const { return m_current; }
    void setDone(int step, bool done);
    void setReachable(int step, bool reachable);

signals:
    void stepChosen(int step);

private:
    class Step;
    class Line;

    void refresh();

    std::vector<Step *> m_steps;
    std::vector<Line *> m_lines;
    int m_current = 0;
};
