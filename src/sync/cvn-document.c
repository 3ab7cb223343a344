/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-document"

#include "cvn-document.h"

#include "cvn-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* As many as nearly every document has: they are read at once. */
#define USUAL_MEMBERS 24

typedef struct
{
  char   *name; /* with its JSON behind it */
  guint32 json_length;
  guint32 name_length : 31;
  guint32 is_plain : 1; /* nothing in the name is escaped where it is written */
} Member;

/*
 * There are many documents: what is read makes one piece of memory, members and texts. What is set later has pieces of its
 * own, and so have the members when they become more.
 */
struct _CvnDocument
{
  Member *members; /* by name */
  guint   n;
  guint   room;
  char   *texts; /* what was read */
  gsize   n_texts;
  Member  usual[];
};

static CvnDocument *
make_document (guint room,
               gsize n_texts)
{
  CvnDocument *self = g_malloc (sizeof *self + room * sizeof (Member) + n_texts);

  self->members = self->usual;
  self->n = 0;
  self->room = room;
  self->texts = (char *) (self->usual + room);
  self->n_texts = n_texts;
  return self;
}

/** cvn_document_new: (transfer full): a document without members. */
CvnDocument *
cvn_document_new (void)
{
  return make_document (USUAL_MEMBERS, 0);
}

static Member *
get_member (CvnDocument *self,
            guint        i)
{
  return &self->members[i];
}

static const char *
get_json (const Member *member)
{
  return member->name + member->name_length + 1;
}

static void
clear_member (CvnDocument *self,
              Member      *member)
{
  gsize place = (gsize) ((guintptr) member->name - (guintptr) self->texts);

  if (place >= self->n_texts)
    g_free (member->name);
}

/** cvn_document_free: frees the document. */
void
cvn_document_free (CvnDocument *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < self->n; i++)
    clear_member (self, get_member (self, i));
  if (self->members != self->usual)
    g_free (self->members);
  g_free (self);
}

static void
insert (CvnDocument  *self,
        guint         place,
        const Member *member)
{
  if (self->n == self->room)
    {
      Member *members = g_new (Member, 2 * (gsize) self->room + 1);

      memcpy (members, self->members, self->n * sizeof *members);
      if (self->members != self->usual)
        g_free (self->members);
      self->members = members;
      self->room = 2 * self->room + 1;
    }
  memmove (self->members + place + 1, self->members + place, (self->n - place) * sizeof *member);
  self->members[place] = *member;
  self->n++;
}

static void
take_out (CvnDocument *self,
          guint        place)
{
  clear_member (self, get_member (self, place));
  self->n--;
  memmove (self->members + place, self->members + place + 1, (self->n - place) * sizeof *self->members);
}

/* Returns: the place of @name, or where it belongs. */
static guint
find (CvnDocument *self,
      const char  *name,
      gboolean    *found)
{
  guint low = 0;
  guint high = self->n;

  *found = FALSE;
  /* Most texts have their members in this order already. */
  if (high == 0 || strcmp (get_member (self, high - 1)->name, name) < 0)
    return high;
  while (low < high)
    {
      guint middle = (low + high) / 2;
      int   order = strcmp (get_member (self, middle)->name, name);

      if (order == 0)
        *found = TRUE;
      if (order < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/** cvn_document_get: (nullable): the JSON of member @name, owned by the document. */
const char *
cvn_document_get (CvnDocument *self,
                  const char  *name)
{
  gboolean found;
  guint    place = find (self, name, &found);

  return found ? get_json (get_member (self, place)) : NULL;
}

static Member
make_member (const char *name,
             const char *json)
{
  gsize name_length = strlen (name);
  gsize json_length = strlen (json);
  char *text = g_malloc (name_length + json_length + 2);

  memcpy (text, name, name_length + 1);
  memcpy (text + name_length + 1, json, json_length + 1);
  return (Member){ text, (guint32) json_length, name_length & G_MAXINT32, FALSE };
}

/** cvn_document_set: gives member @name the value @json; NULL takes the member out. */
void
cvn_document_set (CvnDocument *self,
                  const char  *name,
                  const char  *json)
{
  gboolean found;
  guint    place = find (self, name, &found);
  Member   member;

  /* What stood there may be what @name or @json is. */
  if (json != NULL)
    member = make_member (name, json);
  if (found)
    take_out (self, place);
  if (json != NULL)
    insert (self, place, &member);
}

/** cvn_document_get_json: the JSON of the member at place @i, owned by the document. */
const char *
cvn_document_get_json (CvnDocument *self,
                       guint        i)
{
  return get_json (get_member (self, i));
}

/** cvn_document_get_n: how many members there are. */
guint
cvn_document_get_n (CvnDocument *self)
{
  return self->n;
}

/** cvn_document_get_name: the name of the member at place @i, owned by the document. */
const char *
cvn_document_get_name (CvnDocument *self,
                       guint        i)
{
  return get_member (self, i)->name;
}

static gboolean
is_protocol (const char *name)
{
  return *name == '_' && strcmp (name, "_attachments") != 0;
}

/* Those that every document has need not be copied to be left out. */
static gboolean
is_plain_protocol (const CvnJsonSlice *name)
{
  return name->start[1] == '_' && cvn_json_is_plain (name) && !cvn_json_is_name (name, "_attachments");
}

/* A text is written in one way only; what is made up of parts stays as it came. */
static char *
dup_settled (const CvnJsonSlice *value)
{
  g_autofree char *text = cvn_json_dup_string (value);
  GString         *json;

  if (text == NULL)
    return cvn_json_dup_compact (value);
  json = g_string_sized_new (value->length);
  cvn_json_write_string (json, text);
  return g_string_free (json, FALSE);
}

/* One member as it came. */
typedef struct
{
  CvnJsonSlice name;
  CvnJsonSlice value;
  gboolean     is_protocol; /* sure, and wanted by few */
  gsize        room;        /* that it takes among the texts; 0: it has a piece of its own */
} Pair;

/* Nearly everything is written in the one way that is ours already, but for blanks within. Returns: FALSE after the last. */
static gboolean
read_pair (CvnJsonIter *iter,
           Pair        *pair)
{
  if (!cvn_json_next_pair (iter, &pair->name, &pair->value))
    return FALSE;
  pair->is_protocol = is_plain_protocol (&pair->name);
  pair->room = 0;
  if (!pair->is_protocol && cvn_json_is_plain (&pair->name) && (*pair->value.start != '"' || cvn_json_is_plain (&pair->value)))
    pair->room = pair->name.length + pair->value.length;
  return TRUE;
}

static Member
read_apart (const Pair *pair)
{
  g_autofree char *name = cvn_json_dup_string (&pair->name);
  g_autofree char *json = dup_settled (&pair->value);

  return make_member (name, json);
}

/* To @text, which has the room that it takes. */
static Member
read_member (const Pair *pair,
             char       *text)
{
  gsize name_length = pair->name.length - 2;
  char *json = text + name_length + 1;
  char *end = json + pair->value.length;

  memcpy (text, pair->name.start + 1, name_length);
  text[name_length] = '\0';
  if (*pair->value.start == '{' || *pair->value.start == '[')
    end = cvn_json_write_compact (&pair->value, json);
  else
    memcpy (json, pair->value.start, pair->value.length);
  *end = '\0';
  return (Member){ text, (guint32) (end - json), name_length & G_MAXINT32, TRUE };
}

/* Members of the protocol that somebody wants. */
typedef struct
{
  const char *const *names;
  CvnJsonSlice      *values;
  guint              n;
} Wanted;

static void
note_wanted (Wanted             *wanted,
             const char         *name,
             gsize               length,
             const CvnJsonSlice *value)
{
  for (guint i = 0; i < wanted->n; i++)
    if (wanted->values[i].start == NULL && length > 1 && wanted->names[i][1] == name[1] && strncmp (wanted->names[i], name, length) == 0 && wanted->names[i][length] == '\0')
      wanted->values[i] = *value;
}

/* Returns: FALSE when a member of that name is there already. */
static gboolean
add_member (CvnDocument *self,
            const Pair  *pair,
            char        *text,
            Wanted      *wanted,
            GError     **error)
{
  Member   member;
  gboolean found = FALSE;
  guint    place;

  if (pair->is_protocol)
    {
      note_wanted (wanted, pair->name.start + 1, pair->name.length - 2, &pair->value);
      return TRUE;
    }
  member = pair->room > 0 && text != NULL ? read_member (pair, text) : read_apart (pair);
  place = find (self, member.name, &found);
  if (!found && !is_protocol (member.name))
    {
      insert (self, place, &member);
      return TRUE;
    }
  if (!found)
    note_wanted (wanted, member.name, strlen (member.name), &pair->value);
  else
    g_set_error (error, CVN_ERROR, CVN_ERROR_FORMAT, _("The document has the member “%s” twice."), member.name);
  clear_member (self, &member);
  return !found;
}

static CvnDocument *
read_members (CvnJsonIter *iter,
              Wanted      *wanted,
              GError     **error)
{
  Pair  pairs[USUAL_MEMBERS];
  Pair  more;
  guint n = 0;
  gsize n_texts = 0;
  char *text;
  g_autoptr (CvnDocument) self = NULL;

  for (; n < USUAL_MEMBERS && read_pair (iter, &pairs[n]); n++)
    n_texts += pairs[n].room;
  self = make_document (n, n_texts);
  text = self->texts;
  for (guint i = 0; i < n; i++)
    {
      if (!add_member (self, &pairs[i], text, wanted, error))
        return NULL;
      text += pairs[i].room;
    }
  while (read_pair (iter, &more))
    if (!add_member (self, &more, NULL, wanted, error))
      return NULL;
  return g_steal_pointer (&self);
}

/**
 * cvn_document_read_on:
 * @members: at the first member, in a text that cvn_json_check() has passed; goes on as far as was read
 * @values: (out): of the @n members of the protocol called @names; those that are not there begin with NULL
 *
 * The members of the protocol, such as _rev, are left out; attachments stay, as the references to them that came.
 *
 * Returns: (transfer full) (nullable): the content; NULL with %CVN_ERROR_FORMAT when a name comes twice
 */
CvnDocument *
cvn_document_read_on (CvnJsonIter       *members,
                      const char *const *names,
                      CvnJsonSlice      *values,
                      guint              n,
                      GError           **error)
{
  Wanted wanted = { names, values, n };

  for (guint i = 0; i < n; i++)
    values[i] = (CvnJsonSlice){ NULL, 0 };
  return read_members (members, &wanted, error);
}

/** cvn_document_read: as cvn_document_read_on(), of the whole @object; %CVN_ERROR_FORMAT also when it is none. */
CvnDocument *
cvn_document_read (const CvnJsonSlice *object,
                   GError            **error)
{
  CvnJsonIter iter;

  if (cvn_json_open_object (&iter, object))
    return cvn_document_read_on (&iter, NULL, NULL, 0, error);
  g_set_error_literal (error, CVN_ERROR, CVN_ERROR_FORMAT, _("The document is not an object."));
  return NULL;
}

/** cvn_document_parse: as cvn_document_read(), of a text that has not been checked yet. */
CvnDocument *
cvn_document_parse (const char *text,
                    GError    **error)
{
  CvnJsonSlice object = { text, strlen (text) };

  return cvn_json_check (text, object.length, error) ? cvn_document_read (&object, error) : NULL;
}

/* As cvn_json_write_string() and what follows it. */
static char *
append_plain (char         *to,
              const Member *member)
{
  *to++ = '"';
  memcpy (to, member->name, member->name_length);
  to += member->name_length;
  *to++ = '"';
  *to++ = ':';
  memcpy (to, get_json (member), member->json_length);
  return to + member->json_length;
}

/* What cvn_document_dup_text_behind() gives where no name needs escaping, in a piece of memory that is just large enough. */
static char *
dup_plain (CvnDocument *self,
           gsize        room)
{
  gsize length = 3;
  char *text;
  char *to;

  for (guint i = 0; i < self->n; i++)
    length += (gsize) get_member (self, i)->name_length + get_member (self, i)->json_length + 4;
  text = g_malloc (room + length);
  to = text + room;
  *to++ = '{';
  for (guint i = 0; i < self->n; i++)
    {
      if (i > 0)
        *to++ = ',';
      to = append_plain (to, get_member (self, i));
    }
  memcpy (to, "}", 2);
  return text;
}

/** cvn_document_dup_text_behind: (transfer full): as cvn_document_dup_text(), behind @room bytes for what goes with it, all to be freed at once. */
gpointer
cvn_document_dup_text_behind (CvnDocument *self,
                              gsize        room)
{
  gboolean is_plain = TRUE;
  GString *text;

  for (guint i = 0; i < self->n; i++)
    is_plain = is_plain && get_member (self, i)->is_plain;
  if (is_plain)
    return dup_plain (self, room);
  text = g_string_new (NULL);
  g_string_set_size (text, room);
  g_string_append_c (text, '{');
  for (guint i = 0; i < self->n; i++)
    {
      if (i > 0)
        g_string_append_c (text, ',');
      cvn_json_write_string (text, get_member (self, i)->name);
      g_string_append_c (text, ':');
      g_string_append (text, get_json (get_member (self, i)));
    }
  g_string_append_c (text, '}');
  return g_string_free (text, FALSE);
}

/** cvn_document_dup_text: (transfer full): the document as JSON, always the same text for the same members. */
char *
cvn_document_dup_text (CvnDocument *self)
{
  return cvn_document_dup_text_behind (self, 0);
}

static void
add_names (GPtrArray   *names,
           GHashTable  *known,
           CvnDocument *document)
{
  for (guint i = 0; document != NULL && i < document->n; i++)
    if (g_hash_table_add (known, get_member (document, i)->name))
      g_ptr_array_add (names, get_member (document, i)->name);
}

/** cvn_document_list_names: (transfer container): the names that at least one of three documents has; each may be NULL. Owned by the documents. */
GPtrArray *
cvn_document_list_names (CvnDocument *a,
                         CvnDocument *b,
                         CvnDocument *c)
{
  GPtrArray *names = g_ptr_array_new ();
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);

  add_names (names, known, a);
  add_names (names, known, b);
  add_names (names, known, c);
  return names;
}

static void
append_text (GString    *json,
             const char *name,
             const char *text)
{
  if (text == NULL)
    return;
  if (json->len > 1)
    g_string_append_c (json, ',');
  cvn_json_write_string (json, name);
  g_string_append_c (json, ':');
  cvn_json_write_string (json, text);
}

/** cvn_document_set_mark: says what the document is; @author and @at (UTC, ISO) may be NULL. */
void
cvn_document_set_mark (CvnDocument *self,
                       const char  *kind,
                       const char  *author,
                       const char  *at)
{
  g_autoptr (GString) json = g_string_new ("{");

  append_text (json, "at", at);
  append_text (json, "author", author);
  append_text (json, "kind", kind);
  g_string_append_printf (json, "%s\"schema\":%d}", json->len > 1 ? "," : "", CVN_DOCUMENT_SCHEMA);
  cvn_document_set (self, CVN_DOCUMENT_MARK, json->str);
}

/** cvn_document_dup_mark: (transfer full) (nullable): what the document says of itself: "kind", "author" or "at". */
char *
cvn_document_dup_mark (CvnDocument *self,
                       const char  *name)
{
  const char  *json = cvn_document_get (self, CVN_DOCUMENT_MARK);
  CvnJsonSlice mark = { json, json != NULL ? strlen (json) : 0 };

  return json != NULL ? cvn_json_dup_member (&mark, name) : NULL;
}
