/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-card-file"

#include "cvn-card-file.h"

#include "cvn-card-question.h"
#include "cvn-error.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

/* Which member is which field. */
typedef struct
{
  const char *member;
  const char *field;
} Member;

/** cvn_card_file_free: frees it with its records; nothing happens to NULL. */
void
cvn_card_file_free (CvnCardFile *self)
{
  if (self == NULL)
    return;
  g_free (self->project);
  g_clear_object (&self->card);
  g_clear_pointer (&self->parts, g_ptr_array_unref);
  g_free (self);
}

static gboolean
fail (GError    **error,
      const char *what)
{
  g_set_error (error, CVN_ERROR, CVN_ERROR_FORMAT, _("This is not a project card: %s."), what);
  return FALSE;
}

/* Takes a text or a whole number over as the description of the field wants it. */
static gboolean
take_member (JsonObject *object,
             const char *member,
             CvnRecord  *record,
             const char *name,
             GError    **error)
{
  JsonNode        *node = json_object_get_member (object, member);
  const CvnKind   *kind = cvn_record_get_kind (record);
  int              place = cvn_kind_find_field (kind, name);
  g_autofree char *text = NULL;
  g_auto (CvnValue) value = CVN_VALUE_INIT;

  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    return TRUE;
  if (!JSON_NODE_HOLDS_VALUE (node))
    return fail (error, member);
  if (json_node_get_value_type (node) == G_TYPE_STRING)
    text = g_strstrip (g_strdup (json_node_get_string (node)));
  else if (json_node_get_value_type (node) == G_TYPE_BOOLEAN)
    text = g_strdup (json_node_get_boolean (node) ? "yes" : "no");
  else
    text = g_strdup_printf ("%lld", (long long) json_node_get_int (node));
  if (*text == '\0')
    return TRUE;
  if (!cvn_field_parse (&kind->fields[place], text, CVN_LANGUAGE_NL, &value, error))
    return FALSE;
  cvn_record_set_value (record, (guint) place, &value);
  return TRUE;
}

static gboolean
take_members (JsonObject   *object,
              const Member *members,
              CvnRecord    *record,
              GError      **error)
{
  for (guint i = 0; members[i].member != NULL; i++)
    if (!take_member (object, members[i].member, record, members[i].field, error))
      return FALSE;
  return TRUE;
}

/* The heading of a standard question is the program's own, unless the card words it otherwise. */
static void
drop_standard_heading (CvnRecord *section)
{
  const char *question = cvn_record_get_text (section, "question");

  if (question == NULL)
    return;
  if (g_strcmp0 (cvn_record_get_text (section, "title_nl"), cvn_card_question_text (question, CVN_LANGUAGE_NL)) == 0)
    cvn_record_unset (section, "title_nl");
  if (g_strcmp0 (cvn_record_get_text (section, "title_en"), cvn_card_question_text (question, CVN_LANGUAGE_EN)) == 0)
    cvn_record_unset (section, "title_en");
}

static gboolean
add_parts (CvnCardFile  *self,
           JsonObject   *object,
           const char   *member,
           const char   *kind,
           const Member *members,
           GError      **error)
{
  JsonNode  *node = json_object_get_member (object, member);
  JsonArray *array = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  if (node != NULL && array == NULL)
    return fail (error, member);
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);
      g_autoptr (CvnRecord) part = cvn_record_new (cvn_kind_find (kind));

      if (!JSON_NODE_HOLDS_OBJECT (element))
        return fail (error, member);
      cvn_record_set_integer (part, "position", i + 1);
      if (!take_members (json_node_get_object (element), members, part, error))
        return FALSE;
      g_ptr_array_add (self->parts, g_steal_pointer (&part));
    }
  return TRUE;
}

static const Member quote_members[] = {
  { "rol", "role_nl" },
  { "role", "role_en" },
  { "nl", "text_nl" },
  { "en", "text_en" },
  { NULL },
};

static const Member role_members[] = {
  { "rol", "role_nl" },
  { "role", "role_en" },
  { "partij", "party_nl" },
  { "party", "party_en" },
  { NULL },
};

static const Member section_members[] = {
  { "code", "question" },
  { "kop", "title_nl" },
  { "title", "title_en" },
  { "nl", "text_nl" },
  { "en", "text_en" },
  { NULL },
};

/* The roles stand within the section about the structure. */
static gboolean
add_roles (CvnCardFile *self,
           JsonArray   *sections,
           GError     **error)
{
  for (guint i = 0; i < json_array_get_length (sections); i++)
    if (!add_parts (self, json_array_get_object_element (sections, i), "rollen", "card_role", role_members, error))
      return FALSE;
  return TRUE;
}

static gboolean
read_card (CvnCardFile *self,
           JsonObject  *object,
           GError     **error)
{
  static const Member members[] = {
    { "titel", "title_nl" }, { "title", "title_en" }, { "halfjaar", "half_year" }, { "editie", "edition" }, { "aangemaakt", "created_on" }, { "gewijzigd", "changed_at" }, { "categorie", "category" }, { "categorie_jaar", "category_year" }, { "geen_risicos", "no_risks" }, { "bron", "source" }, { NULL }
  };
  JsonNode *project = json_object_get_member (object, "project_id");
  JsonNode *sections = json_object_get_member (object, "secties");

  if (project != NULL && JSON_NODE_HOLDS_VALUE (project) && json_node_get_value_type (project) == G_TYPE_STRING)
    self->project = json_node_dup_string (project);
  if (sections == NULL || !JSON_NODE_HOLDS_ARRAY (sections))
    return fail (error, "secties");
  return take_members (object, members, self->card, error) &&
         add_parts (self, object, "secties", "card_section", section_members, error) &&
         add_roles (self, json_node_get_array (sections), error) &&
         add_parts (self, object, "citaten", "card_quote", quote_members, error);
}

/**
 * cvn_card_file_parse:
 * @json: a project card as JSON, UTF-8
 * @length: of it, -1 when it ends with a zero
 * @error: CVN_ERROR_FORMAT when it is no card; of a field when it has a wrong value
 *
 * Reads a card: its members are Dutch, as are those of the other files of a centre. What it does not know it leaves out.
 *
 * Returns: (transfer full): the card, of which nothing has been checked against other records
 */
CvnCardFile *
cvn_card_file_parse (const char *json,
                     gssize      length,
                     GError    **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (CvnCardFile) self = g_new0 (CvnCardFile, 1);
  g_autoptr (GError) failure = NULL;
  JsonNode *root;

  self->card = cvn_record_new (cvn_kind_find ("project_card"));
  self->parts = g_ptr_array_new_with_free_func (g_object_unref);
  if (!json_parser_load_from_data (parser, json, length, &failure))
    {
      fail (error, failure->message);
      return NULL;
    }
  root = json_parser_get_root (parser);
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    {
      fail (error, "{");
      return NULL;
    }
  if (!read_card (self, json_node_get_object (root), error))
    return NULL;
  for (guint i = 0; i < self->parts->len; i++)
    if (g_str_equal (cvn_record_get_kind (self->parts->pdata[i])->name, "card_section"))
      drop_standard_heading (self->parts->pdata[i]);
  return g_steal_pointer (&self);
}
