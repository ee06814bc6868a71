#include "domain/conversation.h"

using namespace Qt::StringLiterals;

QString toWord(ThreadItem::Progress progress)
{
    switch (progress) {
    case ThreadItem::Progress::Waiting: return u"waiting"_s;
    case ThreadItem::Progress::Sending: return u"sending"_s;
    case ThreadItem::Progress::Accepted: return u"sent"_s;
    case ThreadItem::Progress::Delivered: return u"delivered"_s;
    case ThreadItem::Progress::Read: return u"read"_s;
    case ThreadItem::Progress::Unconfirmed: return u"unconfirmed"_s;
    case ThreadItem::Progress::Failed: return u"failed"_s;
    }
    Q_UNREACHABLE();
}
