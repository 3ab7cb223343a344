/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-document"

#include "cvn-document.h"

#include "cvn-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* As many as nearly every document has room for at once. */
#define USUAL_MEMBERS 16

/* A piece of memory for both: there are many. */
typedef struct
{
  char       *name;
  const char *json; /* behind the name */
} Member;

struct _CvnDocument
{
  GArray *members; /* of Member, by name */
};

static void
clear_member (Member *member)
{
  g_free (member->name);
}

/** cvn_document_new: (transfer full): a document without members. */
CvnDocument *
cvn_document_new (void)
{
  CvnDocument *self = g_new0 (CvnDocument, 1);

  self->members = g_array_sized_new (FALSE, FALSE, sizeof (Member), USUAL_MEMBERS);
  g_array_set_clear_func (self->members, (GDestroyNotify) clear_member);
  return self;
}

/** cvn_document_free: frees the document. */
void
cvn_document_free (CvnDocument *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->members);
  g_free (self);
}

static Member *
get_member (CvnDocument *self,
            guint        i)
{
  return &g_array_index (self->members, Member, i);
}

/* Returns: the place of @name, or where it belongs. */
static guint
find (CvnDocument *self,
      const char  *name,
      gboolean    *found)
{
  guint low = 0;
  guint high = self->members->len;

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

  return found ? get_member (self, place)->json : NULL;
}

static Member
make_member (const char *name,
             gsize       name_length,
             const char *json,
             gsize       json_length)
{
  char *text = g_malloc (name_length + json_length + 2);

  memcpy (text, name, name_length);
  text[name_length] = '\0';
  memcpy (text + name_length + 1, json, json_length);
  text[name_length + 1 + json_length] = '\0';
  return (Member){ text, text + name_length + 1 };
}

/** cvn_document_set: gives member @name the value @json; NULL takes the member out. */
void
cvn_document_set (CvnDocument *self,
                  const char  *name,
                  const char  *json)
{
  gboolean found;
  guint    place = find (self, name, &found);
  Member   member = { NULL, NULL };

  if (json != NULL)
    member = make_member (name, strlen (name), json, strlen (json));
  if (found)
    g_array_remove_index (self->members, place);
  if (json != NULL)
    g_array_insert_val (self->members, place, member);
}

/** cvn_document_get_json: the JSON of the member at place @i, owned by the document. */
const char *
cvn_document_get_json (CvnDocument *self,
                       guint        i)
{
  return get_member (self, i)->json;
}

/** cvn_document_get_n: how many members there are. */
guint
cvn_document_get_n (CvnDocument *self)
{
  return self->members->len;
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
  return name->start[1] == '_' && memchr (name->start, '\\', name->length) == NULL &&
         !(name->length == sizeof "\"_attachments\"" - 1 && memcmp (name->start, "\"_attachments\"", name->length) == 0);
}

/* Nearly everything is written in the one way that is ours already: a number, a word, a text in which nothing is escaped. */
static gboolean
is_settled (const CvnJsonSlice *value)
{
  return *value->start != '{' && *value->start != '[' && memchr (value->start, '\\', value->length) == NULL;
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

static Member
read_member (const CvnJsonSlice *name,
             const CvnJsonSlice *value)
{
  gboolean         is_plain = memchr (name->start, '\\', name->length) == NULL;
  g_autofree char *name_text = is_plain ? NULL : cvn_json_dup_string (name);
  g_autofree char *json = is_settled (value) ? NULL : dup_settled (value);

  return make_member (is_plain ? name->start + 1 : name_text, is_plain ? name->length - 2 : strlen (name_text),
                      json != NULL ? json : value->start, json != NULL ? strlen (json) : value->length);
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
    if (wanted->values[i].start == NULL && strncmp (wanted->names[i], name, length) == 0 && wanted->names[i][length] == '\0')
      wanted->values[i] = *value;
}

/* Returns: FALSE when a member of that name is there already. */
static gboolean
add_member (CvnDocument        *self,
            const CvnJsonSlice *name,
            const CvnJsonSlice *value,
            Wanted             *wanted,
            GError            **error)
{
  Member   member;
  gboolean found = FALSE;
  guint    place;

  if (is_plain_protocol (name))
    {
      note_wanted (wanted, name->start + 1, name->length - 2, value);
      return TRUE;
    }
  member = read_member (name, value);
  place = find (self, member.name, &found);
  if (!found && !is_protocol (member.name))
    {
      g_array_insert_val (self->members, place, member);
      return TRUE;
    }
  if (!found)
    note_wanted (wanted, member.name, strlen (member.name), value);
  else
    g_set_error (error, CVN_ERROR, CVN_ERROR_FORMAT, _("The document has the member “%s” twice."), member.name);
  clear_member (&member);
  return !found;
}

/**
 * cvn_document_read:
 * @object: in a text that cvn_json_check() has passed
 *
 * The members of the protocol, such as _rev, are left out; attachments stay, as the references to them that came.
 *
 * Returns: (transfer full) (nullable): the content; NULL with %CVN_ERROR_FORMAT when it is no object or a name comes twice
 */
CvnDocument *
cvn_document_read (const CvnJsonSlice *object,
                   GError            **error)
{
  return cvn_document_read_with (object, NULL, NULL, 0, error);
}

/** cvn_document_read_with: as cvn_document_read(), with the @n members of the protocol called @names in @values; those that are not there begin with NULL. */
CvnDocument *
cvn_document_read_with (const CvnJsonSlice *object,
                        const char *const  *names,
                        CvnJsonSlice       *values,
                        guint               n,
                        GError            **error)
{
  g_autoptr (CvnDocument) self = cvn_document_new ();
  Wanted       wanted = { names, values, n };
  CvnJsonIter  iter;
  CvnJsonSlice name;
  CvnJsonSlice value;

  for (guint i = 0; i < n; i++)
    values[i] = (CvnJsonSlice){ NULL, 0 };
  if (!cvn_json_open_object (&iter, object))
    {
      g_set_error_literal (error, CVN_ERROR, CVN_ERROR_FORMAT, _("The document is not an object."));
      return NULL;
    }
  while (cvn_json_next_pair (&iter, &name, &value))
    if (!add_member (self, &name, &value, &wanted, error))
      return NULL;
  return g_steal_pointer (&self);
}

/** cvn_document_parse: as cvn_document_read(), of a text that has not been checked yet. */
CvnDocument *
cvn_document_parse (const char *text,
                    GError    **error)
{
  CvnJsonSlice object = { text, strlen (text) };

  return cvn_json_check (text, object.length, error) ? cvn_document_read (&object, error) : NULL;
}

/** cvn_document_dup_text: (transfer full): the document as JSON, always the same text for the same members. */
char *
cvn_document_dup_text (CvnDocument *self)
{
  gsize    length = 2;
  GString *text;

  for (guint i = 0; i < self->members->len; i++)
    length += strlen (get_member (self, i)->name) + strlen (get_member (self, i)->json) + 4;
  text = g_string_sized_new (length);
  g_string_append_c (text, '{');
  for (guint i = 0; i < self->members->len; i++)
    {
      if (i > 0)
        g_string_append_c (text, ',');
      cvn_json_write_string (text, get_member (self, i)->name);
      g_string_append_c (text, ':');
      g_string_append (text, get_member (self, i)->json);
    }
  g_string_append_c (text, '}');
  return g_string_free (text, FALSE);
}

static void
add_names (GPtrArray   *names,
           GHashTable  *known,
           CvnDocument *document)
{
  for (guint i = 0; document != NULL && i < document->members->len; i++)
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
