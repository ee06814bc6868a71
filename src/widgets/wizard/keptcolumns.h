#pragma once

#include "presentation/audience.h"

#include <QSet>
#include <QWidget>

class FlowLayout;

/// The columns of a file that are nothing else, each kept as an attribute of its people or left out.
class KeptColumns final : public QWidget
{
    Q_OBJECT

public:
    explicit KeptColumns(QWidget *parent = nullptr);

    /// All are kept at first; what was left out stays so while the same file is read another way.
    void setPreview(const AudiencePreview &preview);
    /// `choices` with these columns as attributes.
    AudienceChoices applyTo(AudienceChoices choices) const;

signals:
    void changed();

private:
    struct Column
    {
        QString attribute;
        int place = 0;
        QString example;

        friend bool operator==(const Column &, const Column &) = default;
    };

    void offer();

    AudienceSource m_source;
    std::vector<Column> m_columns;
    QSet<QString> m_leftOut;
    QWidget *m_buttons;
    FlowLayout *m_flow;
};
