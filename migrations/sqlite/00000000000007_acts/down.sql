DROP TABLE broken_glass;
DROP TABLE covers;
DROP TABLE place_requests;
DROP TABLE notices;
