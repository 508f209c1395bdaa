package say

var englishPage = Page{}
