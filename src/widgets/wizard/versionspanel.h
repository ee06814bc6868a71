#pragma once

#include "base/clock.h"
#include "domain/abtest.h"
#include "domain/messagetemplate.h"

#include <QTimeZone>
#include <QWidget>

#include <optional>
#include <vector>

class Button;
class HintLine;
class QComboBox;
class QSpinBox;
class QVBoxLayout;
class VersionRow;

/// The versions of a campaign that are tested against each other; folded into one quiet button while it is
/// sent in one version.
class VersionsPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit VersionsPanel(const Clock &clock, QWidget *parent = nullptr);

    /// Times are said in this zone; before, in that of the computer.
    void setZone(const QTimeZone &zone);
    void setTemplates(const std::vector<MessageTemplate> &templates,
                      const std::optional<MessageTemplate> &ofCampaign);
    /// Nothing: one version.
    void setTerms(const std::optional<AbTestTerms> &terms);
    std::optional<AbTestTerms> terms() const;
    /// Empty: nothing is wrong.
    void setProblem(const QString &sentence);
    /// The first version, or what opens the versions.
    void focusFirst();

signals:
    void edited();
    /// A version was added or taken away, or all were: whoever did that is not done yet.
    void reshaped();

private:
    QWidget *makeOpened();
    QWidget *makeDecision();
    void open();
    void close();
    void addVersion();
    void removeVersion(VersionRow *row);
    void rebuildRows();
    void focusRow(size_t place);
    void refresh();
    void takeDecision();

    const Clock &m_clock;
    QTimeZone m_zone;
    std::optional<AbTestTerms> m_terms;
    std::vector<MessageTemplate> m_templates;
    std::optional<MessageTemplate> m_ofCampaign;
    Button *m_openButton;
    QWidget *m_opened = nullptr;
    QVBoxLayout *m_rowColumn = nullptr;
    std::vector<VersionRow *> m_rows;
    Button *m_addButton = nullptr;
    QSpinBox *m_people = nullptr;
    QComboBox *m_measure = nullptr;
    QComboBox *m_when = nullptr;
    QSpinBox *m_hours = nullptr;
    HintLine *m_hint = nullptr;
};
