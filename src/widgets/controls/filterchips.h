#pragma once

#include <QWidget>

#include <vector>

class QButtonGroup;

/// Filters of a table, each with the number of rows behind it. Exactly one is chosen.
class FilterChips : public QWidget
{
    Q_OBJECT

public:
    explicit FilterChips(QWidget *parent = nullptr);

    /// `key` is the caller's own number for the filter.
    void addChip(int key, const QString &name);
    void setCount(int key, qint64 count);
    void setChipVisible(int key, bool visible);
    /// Only when there are chips.
    int currentKey() const;
    void setCurrentKey(int key);

    QSize sizeHint() const override;

signals:
    void chosen(int key);

private:
    class Chip;

    Chip *chip(int key) const;

    QButtonGroup *m_group;
};
