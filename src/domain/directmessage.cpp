#include "domain/directmessage.h"

using namespace std::chrono_literals;

std::chrono::seconds patienceWith(const DirectMessage &message)
{
    return message.headerMedia.kind == HeaderMedia::Kind::File ? 180s : 30s; // a file is uploaded before
}
