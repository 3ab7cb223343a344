/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-search-result"

#include "cvn-search-result.h"

struct _CvnSearchResult
{
  GObject        parent_instance;
  const CvnKind *kind;
  char          *id;
  char          *title;
  char          *detail;
  char          *found;
};

G_DEFINE_FINAL_TYPE (CvnSearchResult, cvn_search_result, G_TYPE_OBJECT)

static void
cvn_search_result_finalize (GObject *object)
{
  CvnSearchResult *self = CVN_SEARCH_RESULT (object);

  g_free (self->id);
  g_free (self->title);
  g_free (self->detail);
  g_free (self->found);
  G_OBJECT_CLASS (cvn_search_result_parent_class)->finalize (object);
}

static void
cvn_search_result_class_init (CvnSearchResultClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cvn_search_result_finalize;
}

static void
cvn_search_result_init (CvnSearchResult *self)
{
}

/** cvn_search_result_new: the record @id of @kind, called @title, with what tells it apart and the words around what was found, or NULL. */
CvnSearchResult *
cvn_search_result_new (const CvnKind *kind,
                       const char    *id,
                       const char    *title,
                       const char    *detail,
                       const char    *found)
{
  CvnSearchResult *self = g_object_new (CVN_TYPE_SEARCH_RESULT, NULL);

  self->kind = kind;
  self->id = g_strdup (id);
  self->title = g_strdup (title);
  self->detail = g_strdup (detail);
  self->found = g_strdup (found);
  return self;
}

/** cvn_search_result_get_kind: what kind of record was found. */
const CvnKind *
cvn_search_result_get_kind (CvnSearchResult *self)
{
  return self->kind;
}

/** cvn_search_result_get_id: the id of the record, owned by the result. */
const char *
cvn_search_result_get_id (CvnSearchResult *self)
{
  return self->id;
}

/** cvn_search_result_get_title: what the record is called, owned by the result. */
const char *
cvn_search_result_get_title (CvnSearchResult *self)
{
  return self->title;
}

/** cvn_search_result_get_detail: what tells the record apart from others that are called the same, owned by the result, or NULL. */
const char *
cvn_search_result_get_detail (CvnSearchResult *self)
{
  return self->detail;
}

/** cvn_search_result_get_found: the words around what was found, owned by the result, or NULL. */
const char *
cvn_search_result_get_found (CvnSearchResult *self)
{
  return self->found;
}
