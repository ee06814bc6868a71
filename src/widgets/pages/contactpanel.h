#pragma once

#include "presentation/contactchoices.h"
#include "presentation/contacttablemodel.h"
#include "widgets/controls/card.h"

#include <array>
#include <vector>

class Button;
class QScrollArea;
class QVBoxLayout;
class StatusBadge;
class TextLabel;

/// Who is chosen in the contact book: one person with everything known of them, or how many, and what can be
/// done with them.
class ContactPanel final : public Card
{
    Q_OBJECT

public:
    enum class Place {
        InBook, ///< with everything that can be done
        BesideConversation, ///< leads to the book, and opts out
    };

    explicit ContactPanel(const Clock &clock, QWidget *parent = nullptr);
    ContactPanel(const Clock &clock, Place place, QWidget *parent = nullptr);

    /// The attributes there are, with their types.
    void setAttributes(const std::vector<Attribute> &attributes) { m_attributes = attributes; }

    void showNobody();
    void showContact(const Contact &contact, const PhoneFormat &phoneFormat);
    /// Of the contact shown, the latest first. `isCut`: there is more, which may be asked for.
    void setHistory(const std::vector<ContactHappening> &history, bool isCut);
    void showSeveral(qint64 people);
    /// Somebody who is not in the book.
    void showStranger(const QString &title, const QString &secondLine, bool canOptOut);

signals:
    void editRequested();
    void wholeHistoryRequested();
    void optInRequested();
    void tagRequested();
    void untagRequested();
    void exportRequested();
    void optOutRequested();
    void eraseRequested();

private:
    class Avatar;

    std::array<Button *, 7> actions() const;
    void clearFacts();
    void addRow(const QString &label, QWidget *value);
    void addFact(const QString &label, const QString &value);
    void addConsent(const Contact &contact);
    void addTags(const QStringList &tags);
    void addHappening(const ContactHappening &happening);
    void addActions(QVBoxLayout &foot);
    void showActions(bool isSingle, bool canOptIn, bool canOptOut);

    const Clock &m_clock;
    const Place m_place;
    std::vector<Attribute> m_attributes;
    std::vector<ContactHappening> m_history;
    bool m_hasHistory = false;
    Avatar *m_avatar;
    TextLabel *m_title;
    TextLabel *m_subtitle;
    StatusBadge *m_consent;
    QScrollArea *m_area;
    QVBoxLayout *m_factColumn = nullptr;
    QVBoxLayout *m_historyColumn = nullptr;
    Button *m_edit;
    Button *m_optIn;
    Button *m_tag;
    Button *m_untag;
    Button *m_export;
    Button *m_optOut;
    Button *m_erase;
};
